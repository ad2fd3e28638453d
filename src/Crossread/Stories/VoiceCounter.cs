// Who speaks how often in how many origins, and who is only talked about.
using System.Collections.Immutable;

using Crossread.Names;
using Crossread.Statements;
using Crossread.Stories.Comparing;
using Crossread.Stories.Speaking;

namespace Crossread.Stories;

/// <summary>Counts voices.</summary>
public static class VoiceCounter
{
    /// <summary>Who speaks, who is only talked about, what rests on unnamed sources, and what each report adds.</summary>
    public static VoiceTable Count(
        ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Utterance> utterances, ImmutableArray<Claim> claims)
    {
        SameName same = SameName.Of(entities);
        ImmutableArray<Voice> voices = Speakers(reports, entities, utterances, same);
        HashSet<int> heard = [.. voices.Select(v => v.Entity).OfType<int>(), .. NamedAsSpeakers(reports).Select(e => same.PartyOf[e])];
        heard.UnionWith(same.Named(reports.SelectMany(r => r.Reading.Report.Authors.Append(r.Reading.Report.Outlet).Append(r.Reading.Report.Agency)).OfType<string>()));
        return new VoiceTable
        {
            PartyOf = same.PartyOf,
            Voices = voices,
            NeverQuoted = NeverQuoted(reports, entities, heard, same),
            UnnamedOnly =
            [
                .. claims.Select((claim, i) => (claim, i)).Where(c => c.claim.Accounts.Any(a => a.Side == Side.Asserts)
                    && c.claim.Accounts.Where(a => a.Side == Side.Asserts).All(a => a.Holder is int h ? Described(entities[h]) : a.HolderWords is not null)).Select(c => c.i),
            ],
            Shares = Shares(reports, utterances, voices),
        };
    }

    private static ImmutableArray<Voice> Speakers(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, ImmutableArray<Utterance> utterances, SameName same)
    {
        // A speaker without an entity is known by his words, folded: "militias", "The militias".
        Dictionary<(int? Entity, string Words), List<int>> byVoice = [];
        Dictionary<string, string> shown = [];
        for (int u = 0; u < utterances.Length; u++)
        {
            int? speaker = utterances[u].Speaker is int named ? same.PartyOf[named] : null;
            string words = "";
            if (speaker is null)
            {
                string? phrase = utterances[u].Statements.Select(s => Phrase(reports[s.Report], s.Statement)).FirstOrDefault(p => p is not null);
                if (phrase is null)
                    continue;
                words = string.Join(' ', TermReader.Read(phrase).Select(t => t.Key));
                if (words.Length == 0)
                    continue;
                shown.TryAdd(words, phrase);
            }
            if (!byVoice.TryGetValue((speaker, words), out List<int>? list))
                byVoice[(speaker, words)] = list = [];
            list.Add(u);
        }
        return
        [
            .. byVoice.Select(pair =>
            {
                List<StatementRef> statements = [.. pair.Value.SelectMany(u => utterances[u].Statements)];
                return new Voice(
                    pair.Key.Entity,
                    pair.Key.Entity is int e ? entities[e].Name : shown[pair.Key.Words],
                    [.. pair.Value],
                    statements.Select(s => s.Report).Distinct().Count(),
                    statements.Select(s => reports[s.Report].Origin).Distinct().Count(),
                    pair.Value.Count(u => utterances[u].Statements.Any(s => reports[s.Report].Reading.Statements[s.Statement].Form != StatementForm.Indirect)));
            }).OrderByDescending(v => v.Origins).ThenByDescending(v => v.Utterances.Length).ThenBy(v => v.Name, StringComparer.Ordinal).ThenBy(v => v.Utterances[0]),
        ];
    }

    // A description that stands for a source ("Two members of the staff") is no name.
    private static bool Described(Entity entity) =>
        entity.Kind == EntityKind.Group && entity.Name.Split(' ') is { Length: > 1 } words && !words.Skip(1).Any(w => w.Length > 0 && char.IsUpper(w[0]));

    private static string? Phrase(StoryReport report, int statement) =>
        report.Reading.Statements[statement].SpeakerWords is { } span ? span.Cut(report.Reading.Words.Text) : null;

    private static IEnumerable<int> NamedAsSpeakers(ImmutableArray<StoryReport> reports) =>
        reports.SelectMany(r => r.Reading.Statements.Select(s => s.SpeakerEntity).OfType<int>().Where(e => e < r.EntityOf.Length).Select(e => r.EntityOf[e]));

    private static ImmutableArray<TalkedAbout> NeverQuoted(ImmutableArray<StoryReport> reports, ImmutableArray<Entity> entities, HashSet<int> heard, SameName same)
    {
        Dictionary<int, (int Mentions, HashSet<int> Reports)> named = [];
        for (int r = 0; r < reports.Length; r++)
        {
            foreach (int local in reports[r].Reading.Names.EntityOf)
            {
                int entity = same.PartyOf[reports[r].EntityOf[local]];
                if (heard.Contains(entity) || same.KindOf(entity) is EntityKind.Place or EntityKind.Other)
                    continue;
                (int mentions, HashSet<int> at) = named.GetValueOrDefault(entity, (0, []));
                at.Add(r);
                named[entity] = (mentions + 1, at);
            }
        }
        return
        [
            .. named.Select(p => new TalkedAbout(p.Key, p.Value.Mentions, p.Value.Reports.Count, p.Value.Reports.Select(r => reports[r].Origin).Distinct().Count()))
                .OrderByDescending(t => t.Reports).ThenByDescending(t => t.Mentions).ThenBy(t => entities[t.Entity].Name, StringComparer.Ordinal).ThenBy(t => t.Entity),
        ];
    }

    private static ImmutableArray<ReportShare> Shares(ImmutableArray<StoryReport> reports, ImmutableArray<Utterance> utterances, ImmutableArray<Voice> voices)
    {
        List<int>[] own = [.. reports.Select(_ => new List<int>())], alone = [.. reports.Select(_ => new List<int>())];
        for (int u = 0; u < utterances.Length; u++)
            Add(own, u, utterances[u].Statements, reports);
        for (int v = 0; v < voices.Length; v++)
            Add(alone, v, voices[v].Utterances.SelectMany(u => utterances[u].Statements), reports);
        return [.. reports.Select((_, r) => new ReportShare(r, [.. own[r]], [.. alone[r]]))];
    }

    private static void Add(List<int>[] lists, int what, IEnumerable<StatementRef> statements, ImmutableArray<StoryReport> reports)
    {
        int[] told = [.. statements.Select(s => s.Report).Distinct()];
        if (told.Select(r => reports[r].Origin).Distinct().Count() != 1)
            return;
        foreach (int r in told)
            lists[r].Add(what);
    }
}
