// Each export against the definition of its format, written down here from the facts of the standards.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

using Crossread.Cleaning;
using Crossread.Documents;
using Crossread.Exports;
using Crossread.Stories;

namespace Crossread.Tests.Exports;

public sealed partial class FormatDefinitionTests
{
    // Two stories: the sample, and one in which little is known: no time, no place, no outlet, signs that formats treat in their own way.
    private static readonly Lazy<Story[]> _stories = new(() =>
    [
        Crossreader.Read([Path.Combine(HouseTests.Root(), "samples", "ulmar-flood")]),
        StoryBuilder.Build([Crossreader.Analyse(Cleaner.Keep(Document.OfText("odd.txt", "The navy <attacked> the port of Sarn.\tOrvane & Sarn signed a treaty 🎉. \u0007Judge Ana Ruiz, backed by Orvane, accused the union; \"it lied\"\uD800, she said.")))]),
    ]);

    public static TheoryData<int> Stories => new(0, 1);

    [Theory]
    [MemberData(nameof(Stories))]
    public void Graphml_fits_its_schema(int story) => Assert.Empty(Wrong(Text("graphml", story), Definition("graphml.xsd"), "http://graphml.graphdrawing.org/xmlns"));

    [Theory]
    [MemberData(nameof(Stories))]
    public void Timeml_fits_its_document_type(int story)
    {
        Dictionary<string, string> files = Files("timeml", story);
        Assert.Equal(_stories.Value[story].Reports.Length, files.Count);
        Assert.All(files.Values, f => Assert.Empty(Wrong(f, Definition("timeml.xsd"), "")));
    }

    [Fact]
    public void A_schema_that_would_let_anything_pass_is_none()
    {
        Assert.NotEmpty(Wrong("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"both\"/></graphml>", Definition("graphml.xsd"), "http://graphml.graphdrawing.org/xmlns"));
        Assert.NotEmpty(Wrong("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><graph edgedefault=\"directed\"><node id=\"a\"/><edge source=\"a\" target=\"b\"/></graph></graphml>", Definition("graphml.xsd"), "http://graphml.graphdrawing.org/xmlns"));
        Assert.NotEmpty(Wrong("<TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid=\"x\" type=\"DAY\" value=\"soon\">a</TIMEX3></DCT><TEXT/></TimeML>", Definition("timeml.xsd"), ""));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Conllu_keeps_the_rules_of_universal_dependencies(int story)
    {
        string text = Text("conllu", story);
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        HashSet<string> ids = [];
        foreach (string[] sentence in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('\n')))
        {
            string id = Assert.Single(sentence, l => l.StartsWith("# sent_id = ", StringComparison.Ordinal)), whole = Assert.Single(sentence, l => l.StartsWith("# text = ", StringComparison.Ordinal));
            Assert.True(ids.Add(id), id);
            string[][] words = [.. sentence.Where(l => l[0] != '#').Select(l => l.Split('\t'))];
            Assert.All(words, w => Assert.Equal(10, w.Length));
            Assert.All(words, w => Assert.All(w, cell => Assert.NotEmpty(cell)));
            Assert.Equal(Enumerable.Range(1, words.Length).Select(i => i.ToString(CultureInfo.InvariantCulture)), words.Select(w => w[0]));
            Assert.All(words, w => Assert.Contains(w[3], _upos));
            Assert.All(words, w => Assert.Matches("^[a-z]+(:[a-z]+)?$", w[7]));
            Assert.All(words, w => Assert.DoesNotContain(w, cell => cell.Contains(' ', StringComparison.Ordinal) && cell != w[1] && cell != w[2] && cell != w[9]));
            int[] heads = [.. words.Select(w => int.Parse(w[6], CultureInfo.InvariantCulture))];
            Assert.All(heads, h => Assert.InRange(h, 0, words.Length));
            Assert.Equal(0, heads[Array.FindIndex(words, w => w[7] == "root")]);
            Assert.Equal(1, heads.Count(h => h == 0));
            Assert.Equal(1, words.Count(w => w[7] == "root"));
            Assert.All(Enumerable.Range(0, heads.Length), i => Assert.True(Reaches(heads, i), $"{id}: the tree has a circle"));
            // "text" is the words with a space between them where MISC does not say that there is none.
            string joined = string.Concat(words.Select((w, i) => w[1] + (i == words.Length - 1 || w[9].Split('|').Contains("SpaceAfter=No") ? "" : " ")));
            Assert.Equal(joined, whole["# text = ".Length..]);
            Assert.All(words.Select(w => w[9]).Where(m => m != "_"), m => Assert.All(m.Split('|'), part => Assert.Contains('=', part)));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Web_annotations_have_what_the_model_demands(int story)
    {
        JsonElement root = JsonDocument.Parse(Text("webannotation", story)).RootElement;
        Assert.Equal("http://www.w3.org/ns/anno.jsonld", root.GetProperty("@context").GetString());
        JsonElement page = root.GetProperty("first");
        Assert.Equal("AnnotationPage", page.GetProperty("type").GetString());
        Assert.Equal(root.GetProperty("id").GetString(), page.GetProperty("partOf").GetString());
        Assert.Equal(page.GetProperty("id").GetString(), root.GetProperty("last").GetString());
        Assert.True(page.GetProperty("startIndex").GetUInt32() == 0 && root.GetProperty("total").GetUInt32() == page.GetProperty("items").GetArrayLength());
        foreach (JsonElement annotation in page.GetProperty("items").EnumerateArray())
        {
            Assert.True(Uri.TryCreate(annotation.GetProperty("id").GetString(), UriKind.Absolute, out _));
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            Assert.Contains(annotation.GetProperty("motivation").GetString(), _motivations);
            Assert.All(annotation.GetProperty("body").EnumerateArray(), b =>
            {
                Assert.Equal("TextualBody", b.GetProperty("type").GetString());
                Assert.NotNull(b.GetProperty("value").GetString());
                Assert.Contains(b.GetProperty("purpose").GetString(), _motivations);
            });
            JsonElement target = annotation.GetProperty("target");
            Assert.True(Uri.TryCreate(target.GetProperty("source").GetString(), UriKind.Absolute, out _));
            foreach (JsonElement selector in target.GetProperty("selector").EnumerateArray())
            {
                if (selector.GetProperty("type").GetString() == "TextPositionSelector")
                    Assert.True(selector.GetProperty("start").GetUInt32() < selector.GetProperty("end").GetUInt32());
                else
                    Assert.True(selector.GetProperty("type").GetString() == "TextQuoteSelector" && selector.GetProperty("exact").GetString()!.Length > 0 && selector.GetProperty("prefix").ValueKind == JsonValueKind.String && selector.GetProperty("suffix").ValueKind == JsonValueKind.String);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Follow_the_money_entities_have_only_properties_of_their_schema_with_values_of_their_type(int story)
    {
        JsonElement[] lines = Lines("ftm", story);
        Dictionary<string, string> schemas = lines.ToDictionary(l => l.GetProperty("id").GetString()!, l => l.GetProperty("schema").GetString()!);
        foreach (JsonElement line in lines)
        {
            Dictionary<string, string> defined = _ftm[line.GetProperty("schema").GetString()!];
            JsonElement properties = line.GetProperty("properties");
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                Assert.True(defined.TryGetValue(property.Name, out string? type), $"{line.GetProperty("schema")} has no {property.Name}");
                Assert.All(property.Value.EnumerateArray().Select(v => v.GetString()!), value => Assert.True(type switch
                {
                    "date" => Regex.IsMatch(value, @"^\d{4}(-\d{2}(-\d{2})?)?$"),
                    "url" => Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https",
                    "language" => Regex.IsMatch(value, "^[a-z]{3}$"),
                    "text" => value.Length > 0,
                    _ => schemas.TryGetValue(value, out string? other) && type.Split(' ').Contains(other),
                }, $"{property.Name}: {value} is no {type}"));
            }
            Assert.True(line.GetProperty("schema").GetString() is "UnknownLink" || properties.TryGetProperty("name", out _) || properties.TryGetProperty("title", out _) || properties.TryGetProperty("fileName", out _));
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Gdelt_columns_hold_what_the_codebook_says(int story)
    {
        string[][] events = Rows(Files("gdelt", story)["events.export.CSV"]), mentions = Rows(Files("gdelt", story)["events.mentions.CSV"]);
        Assert.NotEmpty(events);
        Assert.All(events, e => Fits(e, _gdeltEvent));
        Assert.All(mentions, m => Fits(m, _gdeltMention));
        int code = Array.IndexOf(_gdeltEvent, "EventCode:cameo");
        Assert.All(events.Where(e => e[code].Length > 0), e =>
        {
            Assert.Equal(e[code].Length > 3 ? e[code][..3] : e[code], e[code + 1]);
            Assert.Equal(e[code][..2], e[code + 2]);
        });
        // A quad class follows from the root code.
        Assert.All(events.Where(e => e[code].Length > 0), e => Assert.InRange(int.Parse(e[code + 3], CultureInfo.InvariantCulture), 1, 4));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Timelinejs_slides_have_numbers_for_dates_that_do_not_run_backwards(int story)
    {
        JsonElement root = JsonDocument.Parse(Text("timelinejs", story)).RootElement;
        Assert.NotEmpty(root.GetProperty("title").GetProperty("text").GetProperty("headline").GetString()!);
        HashSet<string> ids = [];
        foreach (JsonElement slide in root.GetProperty("events").EnumerateArray())
        {
            Assert.True(ids.Add(slide.GetProperty("unique_id").GetString()!));
            DateOnly start = Day(slide.GetProperty("start_date"));
            Assert.True(!slide.TryGetProperty("end_date", out JsonElement end) || Day(end) > start);
            Assert.All(slide.EnumerateObject(), p => Assert.Contains(p.Name, (string[])["start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"]));
            Assert.DoesNotMatch("<[a-z]", slide.GetProperty("text").GetProperty("headline").GetString()!);
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Plover_records_have_codes_of_the_manual(int story)
    {
        Assert.All(Lines("plover", story), r =>
        {
            Assert.Matches(@"^(\d{4}-\d{2}-\d{2})?$", r.GetProperty("date").GetString());
            Assert.Matches("^[a-z]{2}$", r.GetProperty("language").GetString());
            Assert.All((string[])["source", "target"], side => Assert.All(r.GetProperty(side).EnumerateArray(), a =>
                Assert.True(!a.TryGetProperty("code", out JsonElement code) || Regex.IsMatch(code.GetString()!, "^([A-Z]{3})+$"))));
            Assert.Matches("^[a-z_-]*$", r.GetProperty("mode").GetString());
            Assert.DoesNotContain('\n', r.GetRawText());
        });
    }

    private static bool Reaches(int[] heads, int word)
    {
        int steps = 0;
        for (int at = word; heads[at] > 0; at = heads[at] - 1)
        {
            if (++steps > heads.Length)
                return false;
        }
        return true;
    }

    private static void Fits(string[] row, string[] columns)
    {
        Assert.Equal(columns.Length, row.Length);
        for (int i = 0; i < row.Length; i++)
        {
            string type = columns[i][(columns[i].IndexOf(':', StringComparison.Ordinal) + 1)..];
            Assert.True(type switch
            {
                "id" => Regex.IsMatch(row[i], @"^\d{1,18}$"),
                "day" => row[i].Length == 0 || DateOnly.TryParseExact(row[i], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "stamp" => row[i].Length == 0 || DateTime.TryParseExact(row[i], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "int" => row[i].Length == 0 || Regex.IsMatch(row[i], @"^-?\d+$"),
                "real" => row[i].Length == 0 || double.TryParse(row[i], NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                "cameo" => Regex.IsMatch(row[i], @"^(0[1-9]|1\d|20)\d{0,2}$|^$"),
                "actor" => Regex.IsMatch(row[i], "^([A-Z]{3})*$"),
                "bool" => row[i] is "0" or "1",
                "quad" => row[i] is "1" or "2" or "3" or "4",
                "kind" => row[i] is "1" or "2" or "3" or "4" or "5" or "6",
                _ => true,
            }, $"{columns[i]}: {row[i]}");
        }
    }

    private static DateOnly Day(JsonElement date) => new(date.GetProperty("year").GetInt32(), date.GetProperty("month").GetInt32(), date.GetProperty("day").GetInt32());

    private static string[][] Rows(string table) => [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))];

    private static string Text(string format, int story)
    {
        using MemoryStream stream = new();
        StoryExports.Of(format)!.Write(stream, _stories.Value[story]);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonElement[] Lines(string format, int story) => [.. Text(format, story).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static Dictionary<string, string> Files(string format, int story)
    {
        using MemoryStream stream = new();
        StoryExports.Of(format)!.Write(stream, _stories.Value[story]);
        using ZipArchive zip = new(stream, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.Name, e => new StreamReader(e.Open()).ReadToEnd());
    }

    private static string Definition(string file) => File.ReadAllText(Path.Combine(HouseTests.Root(), "tests", "Crossread.Tests", "Exports", file));

    private static List<string> Wrong(string document, string definition, string space)
    {
        List<string> wrong = [];
        XmlSchemaSet set = new();
        set.Add(space, XmlReader.Create(new StringReader(definition)));
        XDocument.Parse(document).Validate(set, (_, e) => wrong.Add(e.Message));
        return wrong;
    }

    private static readonly string[] _upos = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"];

    private static readonly string[] _motivations =
        ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"];

    // FollowTheMoney's schemata as far as we use them: property and type; a type in capitals names the schemata that an entity may have there.
    private static readonly Dictionary<string, Dictionary<string, string>> _ftm = new()
    {
        ["Article"] = new() { ["title"] = "text", ["fileName"] = "text", ["sourceUrl"] = "url", ["publishedAt"] = "date", ["publisher"] = "text", ["language"] = "language" },
        ["Person"] = new() { ["name"] = "text", ["alias"] = "text" },
        ["Organization"] = new() { ["name"] = "text", ["alias"] = "text" },
        ["Event"] = new() { ["name"] = "text", ["summary"] = "text", ["startDate"] = "date", ["endDate"] = "date", ["location"] = "text", ["involved"] = "Person Organization", ["proof"] = "Article" },
        ["UnknownLink"] = new() { ["subject"] = "Person Organization", ["object"] = "Person Organization", ["role"] = "text", ["startDate"] = "date", ["endDate"] = "date", ["summary"] = "text", ["proof"] = "Article" },
    };

    private static readonly string[] _gdeltEvent =
    [
        "GLOBALEVENTID:id", "SQLDATE:day", "MonthYear:int", "Year:int", "FractionDate:real", .. Actor("Actor1"), .. Actor("Actor2"),
        "IsRootEvent:bool", "EventCode:cameo", "EventBaseCode:cameo", "EventRootCode:cameo", "QuadClass:quad", "GoldsteinScale:real", "NumMentions:int", "NumSources:int", "NumArticles:int", "AvgTone:real",
        .. Geography("Actor1Geo"), .. Geography("Actor2Geo"), .. Geography("ActionGeo"), "DATEADDED:stamp", "SOURCEURL:text",
    ];

    private static readonly string[] _gdeltMention =
    [
        "GLOBALEVENTID:id", "EventTimeDate:stamp", "MentionTimeDate:stamp", "MentionType:kind", "MentionSourceName:text", "MentionIdentifier:text", "SentenceID:int", "Actor1CharOffset:int", "Actor2CharOffset:int",
        "ActionCharOffset:int", "InRawText:bool", "Confidence:int", "MentionDocLen:int", "MentionDocTone:real", "MentionDocTranslationInfo:text", "Extras:text",
    ];

    private static string[] Actor(string name) =>
        [name + "Code:actor", name + "Name:text", name + "CountryCode:actor", name + "KnownGroupCode:actor", name + "EthnicCode:actor", name + "Religion1Code:actor", name + "Religion2Code:actor", name + "Type1Code:actor", name + "Type2Code:actor", name + "Type3Code:actor"];

    private static string[] Geography(string name) =>
        [name + "_Type:int", name + "_Fullname:text", name + "_CountryCode:text", name + "_ADM1Code:text", name + "_ADM2Code:text", name + "_Lat:real", name + "_Long:real", name + "_FeatureID:text"];
}
