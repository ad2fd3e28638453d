// Learns the lemmatiser's decision list.
using Crossread.Language;

namespace Crossread.Training.Language;

/// <summary>For each tag, rules on endings: a longer ending gets a rule only where it decides otherwise than the shorter.</summary>
internal static class LemmaTrainer
{
    public static Dictionary<ulong, LemmaRule> Train(List<GoldSentence> sentences, TagSet tags)
    {
        Dictionary<ulong, LemmaRule> rules = [];
        var types = sentences.SelectMany(s => s.Forms.Select((form, i) => (Form: Spell(form), Tag: s.Tags[i], Lemma: s.Lemmas[i])))
            .Where(w => w.Lemma != "_" && w.Form.Length <= LemmaRules.LongestEnding)
            .GroupBy(w => (w.Tag, w.Form))
            .Select(g => (g.Key.Tag, g.Key.Form, Lemma: g.GroupBy(w => w.Lemma, StringComparer.Ordinal).OrderByDescending(x => x.Count()).ThenBy(x => x.Key, StringComparer.Ordinal).First().Key, Count: g.Count()))
            .ToList();
        // A past tense seen only as one of VBD and VBN serves as the other, too.
        HashSet<(string, string)> seen = [.. types.Select(t => (t.Tag, t.Form))];
        foreach (var t in types.ToList())
        {
            string? twin = t.Tag == "VERB VBD" ? "VERB VBN" : t.Tag == "VERB VBN" ? "VERB VBD" : null;
            if (twin is not null && seen.Add((twin, t.Form)))
                types.Add((twin, t.Form, t.Lemma, 1));
        }
        for (byte tag = 0; tag < tags.Names.Length; tag++)
        {
            var own = types.Where(t => t.Tag == tags.Names[tag]).Select(t => (t.Form, t.Count, Rule: Edit(t.Form, t.Lemma, t.Tag.StartsWith("PROPN", StringComparison.Ordinal)))).ToList();
            if (own.Count > 0)
                Decide(own, 0, LemmaRules.Start(tag), new LemmaRule(0, "", false), rules);
        }
        return rules;
    }

    private static string Spell(string form) => string.Create(form.Length, form, (span, f) =>
    {
        for (int i = 0; i < f.Length; i++)
            span[i] = Lemmatizer.Spelling(f[i]);
    });

    private static LemmaRule Edit(string form, string lemma, bool proper)
    {
        string target = proper ? Spell(lemma) : lemma;
        int common = 0;
        while (common < form.Length && common < target.Length && form[common] == target[common])
            common++;
        return common == 0 && !proper ? new LemmaRule(0, lemma, true) : new LemmaRule((byte)(form.Length - common), target[common..], false);
    }

    private static void Decide(List<(string Form, int Count, LemmaRule Rule)> types, int length, ulong key, LemmaRule inherited, Dictionary<ulong, LemmaRule> rules)
    {
        var votes = types.GroupBy(t => t.Rule).Select(g => (Rule: g.Key, Votes: g.Count())).OrderByDescending(v => v.Votes).ThenBy(v => v.Rule.Cut).ThenBy(v => v.Rule.Ending, StringComparer.Ordinal).ToList();
        if (votes.Count == 1 && votes[0].Rule == inherited)
            return;
        LemmaRule decision = inherited;
        bool whole = types.Count == 1 && length == types[0].Form.Length + 1;
        if (votes[0].Rule != inherited && (whole || (!votes[0].Rule.Whole && votes[0].Votes >= 2 && length <= 6)) && votes[0].Votes > votes.Where(v => v.Rule == inherited).Select(v => v.Votes).FirstOrDefault())
            rules[key] = decision = votes[0].Rule;
        foreach (var group in types.Where(t => t.Form.Length + 1 > length).GroupBy(t => length < t.Form.Length ? t.Form[t.Form.Length - 1 - length] : LemmaRules.Beginning))
            Decide([.. group], length + 1, LemmaRules.Extend(key, group.Key), decision, rules);
    }
}
