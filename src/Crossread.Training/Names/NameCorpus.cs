// Reads the corpora of names: each document as tokens and one label a token.
using System.Text.Json;
using System.Xml.Linq;

using Crossread.Language;
using Crossread.Names.Finding;

namespace Crossread.Training.Names;

/// <summary>A document with names marked by hand.</summary>
/// <param name="Source">The corpus.</param>
/// <param name="Text">Its words.</param>
/// <param name="Labels">A label a token, see <see cref="NameLabel"/>.</param>
/// <param name="MarksOther">True if the corpus marks names of other things too; false if "outside" may hide one.</param>
internal sealed record NameDocument(string Source, AnnotatedText Text, byte[] Labels, bool MarksOther);

/// <summary>Reads the corpora of names and brings their schemes to one.</summary>
internal static class NameCorpus
{
    /// <summary>WikiGold, WNUT17, Broad Twitter Corpus: a word and its tag a line.</summary>
    public static List<NameDocument> ReadColumns(string source, string path, bool marksOther, bool sentenceIsDocument)
    {
        var documents = new List<NameDocument>();
        var sentences = new List<List<(string Word, string Tag)>>();
        var rows = new List<(string, string)>();
        void EndSentence()
        {
            if (rows.Count > 0)
                sentences.Add([.. rows]);
            rows.Clear();
            if (sentenceIsDocument)
                EndDocument();
        }
        void EndDocument()
        {
            if (sentences.Count > 0)
                documents.Add(Make(source, sentences, marksOther));
            sentences.Clear();
        }
        foreach (string line in File.ReadLines(path))
        {
            string[] cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                EndSentence();
                EndDocument();
            }
            else if (cells.Length > 1)
            {
                rows.Add((cells[0], cells[0][0] == '@' ? "O" : cells[^1]));
            }
            else
            {
                EndSentence();
            }
        }
        EndSentence();
        EndDocument();
        return documents;
    }

    /// <summary>GUM: entities with their kinds in the last column; the name is the run of proper nouns around the head.</summary>
    public static List<NameDocument> ReadGum(string path)
    {
        var documents = new List<NameDocument>();
        var sentences = new List<List<(string, string)>>();
        var words = new List<(string Form, string Upos, string Xpos)>();
        var open = new List<(string Id, string Kind, int Start, bool Linked)>();
        var closed = new List<(string Kind, int Start, int End, bool Linked)>();
        void EndSentence()
        {
            if (words.Count > 0)
                sentences.Add(GumNames(words, closed));
            words.Clear();
            closed.Clear();
            open.Clear();
        }
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                EndSentence();
                if (sentences.Count > 0)
                    documents.Add(Make("gum", sentences, false));
                sentences = [];
            }
            if (line.Length == 0)
                EndSentence();
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] cells = line.Split('\t');
            if (!int.TryParse(cells[0], out _))
                continue;
            int at = words.Count;
            words.Add((cells[1], cells[3], cells[4]));
            string? entity = cells[9].Split('|').FirstOrDefault(x => x.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            for (int i = 0; entity is not null && i < entity.Length;)
            {
                if (entity[i] == '(')
                {
                    int end = entity.IndexOfAny(['(', ')'], i + 1);
                    string body = end < 0 ? entity[(i + 1)..] : entity[(i + 1)..end];
                    string[] parts = body.Split('-');
                    bool linked = parts.Length > 6;
                    bool closes = end >= 0 && entity[end] == ')';
                    if (closes)
                        closed.Add((parts[1], at, at, linked));
                    else
                        open.Add((parts[0], parts[1], at, linked));
                    i = end < 0 ? entity.Length : closes ? end + 1 : end;
                }
                else
                {
                    int end = entity.IndexOf(')', i);
                    if (end < 0)
                        break;
                    string id = entity[i..end];
                    int which = open.FindLastIndex(x => x.Id == id);
                    if (which >= 0)
                    {
                        closed.Add((open[which].Kind, open[which].Start, at, open[which].Linked));
                        open.RemoveAt(which);
                    }
                    i = end + 1;
                }
            }
        }
        EndSentence();
        documents.Add(Make("gum", sentences, false));
        return documents;
    }

    /// <summary>MEANTIME: Wikinews articles, of which the first sentences are marked.</summary>
    public static List<NameDocument> ReadMeantime(string folder)
    {
        var documents = new List<NameDocument>();
        foreach (string file in Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            XElement root = XElement.Load(file);
            List<XElement> tokens = [.. root.Elements("token")];
            var index = new Dictionary<string, int>();
            for (int i = 0; i < tokens.Count; i++)
                index[(string)tokens[i].Attribute("t_id")!] = i;
            string[] tags = [.. tokens.Select(_ => "O")];
            int lastMarked = 0;
            foreach (XElement mention in root.Element("Markables")!.Elements())
            {
                List<int> at = [.. mention.Elements("token_anchor").Select(a => index[(string)a.Attribute("t_id")!]).Order()];
                if (at.Count > 0)
                    lastMarked = Math.Max(lastMarked, (int)tokens[at[^1]].Attribute("sentence")!);
            }
            var kinds = new Dictionary<string, string>();
            foreach (XElement entity in root.Element("Markables")!.Elements("ENTITY"))
                kinds[(string)entity.Attribute("m_id")!] = (string?)entity.Attribute("ent_type") ?? "";
            var kindOf = new Dictionary<string, string>();
            foreach (XElement refers in root.Element("Relations")!.Elements("REFERS_TO"))
            {
                string target = (string)refers.Element("target")!.Attribute("m_id")!;
                foreach (XElement s in refers.Elements("source"))
                    kindOf[(string)s.Attribute("m_id")!] = kinds.GetValueOrDefault(target, "");
            }
            foreach (XElement mention in root.Element("Markables")!.Elements("ENTITY_MENTION").OrderByDescending(m => m.Elements("token_anchor").Count()))
            {
                if ((string?)mention.Attribute("syntactic_type") is not ("NAM" or "PRE.NAM"))
                    continue;
                string kind = kindOf.GetValueOrDefault((string)mention.Attribute("m_id")!, "") switch { "PER" => "PER", "ORG" or "FIN" => "ORG", "LOC" => "LOC", _ => "MISC" };
                List<int> at = [.. mention.Elements("token_anchor").Select(a => index[(string)a.Attribute("t_id")!]).Order()];
                Trim(at, i => tokens[i].Value);
                if (at.Count == 0 || at[^1] - at[0] >= at.Count || at.Count > 8 || at.Any(i => tags[i] != "O") || !at.Any(i => char.IsUpper(tokens[i].Value[0])))
                    continue;
                for (int i = 0; i < at.Count; i++)
                    tags[at[i]] = (i == 0 ? "B-" : "I-") + kind;
            }
            var sentences = new List<List<(string, string)>>();
            foreach (IGrouping<int, int> sentence in Enumerable.Range(0, tokens.Count).GroupBy(i => (int)tokens[i].Attribute("sentence")!).Where(g => g.Key <= Math.Min(lastMarked, 5)))
                sentences.Add([.. sentence.Select(i => (tokens[i].Value, tags[i]))]);
            if (sentences.Count > 0)
                documents.Add(Make("meantime", sentences, false));
        }
        return documents;
    }

    /// <summary>re3d: plain texts with spans, titles and articles inside; only names in capitals count.</summary>
    public static List<NameDocument> ReadRe3d(string folder)
    {
        var documents = new List<NameDocument>();
        foreach (string file in Directory.GetFiles(folder, "documents.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var spans = File.ReadLines(Path.Combine(Path.GetDirectoryName(file)!, "entities.json")).Where(l => l.Length > 2).Select(l => JsonDocument.Parse(l).RootElement)
                .Where(e => e.GetProperty("confidence").GetDouble() > 0.5)
                .ToLookup(e => e.GetProperty("documentId").GetString()!);
            foreach (string line in File.ReadLines(file).Where(l => l.Length > 2))
            {
                JsonElement document = JsonDocument.Parse(line).RootElement;
                string text = document.GetProperty("text").GetString()!;
                List<(int Start, int End)> tokens = Tokens(text);
                string[] tags = [.. tokens.Select(_ => "O")];
                foreach (JsonElement e in spans[document.GetProperty("_id").GetString()!].OrderByDescending(e => e.GetProperty("end").GetInt32() - e.GetProperty("begin").GetInt32()))
                {
                    int begin = e.GetProperty("begin").GetInt32(), end = e.GetProperty("end").GetInt32();
                    string type = e.GetProperty("type").GetString()!;
                    string? kind = type switch { "Person" => "PER", "Organisation" => "ORG", "Location" => "LOC", _ => null };
                    List<int> at = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Start >= begin && tokens[i].End <= end)];
                    string Word(int i) => text[tokens[i].Start..tokens[i].End];
                    Trim(at, Word);
                    if (kind is null || at.Count is 0 or > 8 || at.Any(i => tags[i] != "O") || !char.IsUpper(Word(at[0])[0]) || !char.IsUpper(Word(at[^1])[0]))
                        continue;
                    for (int i = 0; i < at.Count; i++)
                        tags[at[i]] = (i == 0 ? "B-" : "I-") + kind;
                }
                var sentences = new List<List<(string, string)>> { new() };
                for (int i = 0; i < tokens.Count; i++)
                {
                    string word = text[tokens[i].Start..tokens[i].End];
                    sentences[^1].Add((word, tags[i]));
                    bool paragraph = i + 1 < tokens.Count && text[tokens[i].End..tokens[i + 1].Start].Contains('\n', StringComparison.Ordinal);
                    if (paragraph || word is "." or "?" or "!")
                        sentences.Add([]);
                }
                sentences.RemoveAll(s => s.Count == 0);
                if (sentences.Count > 0)
                    documents.Add(Make("re3d", sentences, false));
            }
        }
        return documents;
    }

    // Articles, titles and roles stay outside a name.
    private static void Trim(List<int> at, Func<int, string> word)
    {
        while (at.Count > 0)
        {
            string first = word(at[0]);
            WordClass classes = NameLexicon.Shared.Of(first);
            bool title = at.Count > 1 && (classes & (WordClass.Title | WordClass.Role | WordClass.TitlePart)) != 0 && (classes & WordClass.Given) == 0;
            if (first is "the" or "The" or "a" or "an" or "\"" or "“" || (title && at.Count > 1 && !NameLexicon.Shared.Of(word(at[^1])).HasFlag(WordClass.OrganisationHead)) && at.Count <= 4 && first is not "General" and not "Prime" and not "First")
                at.RemoveAt(0);
            else
                break;
        }
        while (at.Count > 0 && word(at[^1]) is "'s" or "’s" or "'" or "," or "." or "\"" or "”")
            at.RemoveAt(at.Count - 1);
    }

    private static List<(string, string)> GumNames(List<(string Form, string Upos, string Xpos)> words, List<(string Kind, int Start, int End, bool Linked)> entities)
    {
        string[] tags = [.. words.Select(_ => "O")];
        foreach ((string kind, int start, int end, bool linked) in entities.OrderByDescending(e => e.Linked).ThenByDescending(e => e.End - e.Start))
        {
            List<int> at = [.. Enumerable.Range(start, end - start + 1)];
            Trim(at, i => words[i].Form);
            bool Proper(int i) => words[i].Upos == "PROPN" || words[i].Xpos is "NNP" or "NNPS";
            if (at.Count is 0 or > 9)
                continue;
            // From the first to the last proper noun, if nothing small but joining words stands between.
            int from = at.FindIndex(Proper), to = at.FindLastIndex(Proper);
            if (from < 0)
                continue;
            bool whole = from == 0 && to == at.Count - 1 || at.Count(i => Proper(i)) * 2 > at.Count && (linked || from == 0);
            bool joined = Enumerable.Range(at[from], at[to] - at[from] + 1).All(i => Proper(i) || words[i].Upos is "ADP" or "DET" or "CCONJ" or "PUNCT" or "PART" or "NUM" || char.IsUpper(words[i].Form[0]));
            bool comma = Enumerable.Range(at[from], at[to] - at[from] + 1).Any(i => words[i].Form is "," or "(" or "'s");
            if (!whole || !joined || comma || Enumerable.Range(at[from], at[to] - at[from] + 1).Any(i => tags[i] != "O"))
                continue;
            string? tag = kind switch { "person" => "PER", "organization" => "ORG", "place" => "LOC", "time" => null, _ => "MISC" };
            if (tag is null)
                continue;
            for (int i = at[from]; i <= at[to]; i++)
                tags[i] = (i == at[from] ? "B-" : "I-") + tag;
        }
        return [.. words.Select((w, i) => (w.Form, tags[i]))];
    }

    private static List<(int, int)> Tokens(string text)
    {
        var tokens = new List<(int, int)>();
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int end = i;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' && end > i && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])
                || text[end] == '.' && end > i && end + 1 < text.Length && char.IsLetter(text[end + 1]) && char.IsUpper(text[end - 1])))
            {
                end++;
            }
            if (end == i)
                end++;
            if (end - i == 1 && text[i] is '\'' or '’' && end < text.Length && text[end] == 's')
                end++;
            tokens.Add((i, end));
            i = end;
        }
        return tokens;
    }

    /// <summary>A document out of sentences of words with tags of any of the corpora.</summary>
    public static NameDocument Make(string source, List<List<(string Word, string Tag)>> sentences, bool marksOther)
    {
        AnnotatedText text = LanguageReader.ReadWords([.. sentences.Select(s => s.Select(w => new GivenWord(w.Word)).ToList())]);
        return new NameDocument(source, text, [.. sentences.SelectMany(s => Labels([.. s.Select(w => w.Tag)]))], marksOther);
    }

    /// <summary>
    /// The same sentences as other pages write them: with hyphens as words of their own, in capitals, as headlines.
    /// A model that saw only running text would read headlines and datelines by their capitals.
    /// </summary>
    public static List<NameDocument> Rewritten(IEnumerable<NameDocument> documents)
    {
        var result = new List<NameDocument>();
        int number = 0;
        foreach (NameDocument document in documents)
        {
            foreach (Sentence sentence in document.Text.Sentences)
            {
                var rows = new List<(string Word, string Tag)>();
                for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                    rows.Add((document.Text.Form(i).ToString(), TagOf(document.Labels[i])));
                number++;
                List<(string, string)> cut = [.. rows.SelectMany(SplitHyphens)];
                if (cut.Count > rows.Count && rows.Exists(r => r.Tag != "O"))
                    result.Add(Make("rewritten", [cut], document.MarksOther));
                if (rows.Count is < 4 or > 25)
                    continue;
                if (number % 10 == 0)
                    result.Add(Make("rewritten", [[.. rows.Select(r => (r.Word.ToUpperInvariant(), r.Tag))]], document.MarksOther));
                if (number % 6 == 0)
                    result.Add(Make("rewritten", [[.. rows.Take(14).Where(r => r.Word is not ".").Select(r => (Headline(r.Word), r.Tag))]], document.MarksOther));
            }
        }
        return result;
    }

    private static string Headline(string word) =>
        word.Length > 3 || word is "is" or "it" or "he" or "his" or "not" or "its" or "new" or "has" ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static string TagOf(byte label) => label == NameLabel.Outside ? "O"
        : (NameLabel.Opens(label) ? "B-" : "I-") + NameLabel.Kind(label) switch { NameLabel.Person => "PER", NameLabel.Organisation => "ORG", NameLabel.Place => "LOC", _ => "MISC" };

    private static IEnumerable<(string, string)> SplitHyphens((string Word, string Tag) row)
    {
        int at = row.Word.IndexOf('-', StringComparison.Ordinal);
        if (at <= 0 || at == row.Word.Length - 1 || row.Word.Contains("--", StringComparison.Ordinal))
            return [row];
        string[] parts = row.Word.Split('-');
        string inside = row.Tag == "O" ? "O" : "I" + row.Tag[1..];
        return parts.SelectMany((part, i) => i == 0 ? [(part, row.Tag)] : new[] { ("-", inside), (part, inside) }).Where(x => x.Item1.Length > 0);
    }

    private static byte[] Labels(string[] tags)
    {
        int KindOf(string tag) => tag[(tag.IndexOf('-', StringComparison.Ordinal) + 1)..].ToLowerInvariant() switch
        {
            "per" or "person" => NameLabel.Person,
            "org" or "corporation" or "group" => NameLabel.Organisation,
            "loc" or "location" => NameLabel.Place,
            _ => NameLabel.Other,
        };
        byte[] labels = new byte[tags.Length];
        for (int i = 0; i < tags.Length;)
        {
            if (tags[i] == "O")
            {
                i++;
                continue;
            }
            int end = i + 1, kind = KindOf(tags[i]);
            while (end < tags.Length && tags[end] != "O" && tags[end][0] == 'I' && KindOf(tags[end]) == kind)
                end++;
            for (int j = i; j < end; j++)
                labels[j] = (byte)NameLabel.Of(kind, end - i == 1 ? NameLabel.Unit : j == i ? NameLabel.Begin : j == end - 1 ? NameLabel.Last : NameLabel.Inside);
            i = end;
        }
        return labels;
    }
}
