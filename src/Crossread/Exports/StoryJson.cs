// A story as one JSON object; the shape that the command line and the HTTP API promise.
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

using Crossread.Documents;
using Crossread.Events.Ties;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;

namespace Crossread.Exports;

/// <summary>Writes a story as one JSON object. Spans are <c>[start, end)</c> in UTF-16 code units of the report's <c>text</c>; dates are EDTF.</summary>
public static class StoryJson
{
    /// <summary>Writes the story, indented, in UTF-8.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="story">The story.</param>
    /// <param name="more">Writes properties of which only the caller knows, or null.</param>
    public static void Write(Stream stream, Story story, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        using Utf8JsonWriter json = Indented(stream);
        Write(json, new StoryPile { Stories = [story], Problems = story.Problems }, null, more);
    }

    /// <summary>Writes the stories of a pile as one object, indented, in UTF-8: each list holds what all stories have, and <c>stories</c> says which report belongs to which.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="pile">The pile.</param>
    /// <param name="since">A day as in 2026-03-14, to add what is new since then, or null.</param>
    public static void Write(Stream stream, StoryPile pile, string? since = null)
    {
        using Utf8JsonWriter json = Indented(stream);
        Write(json, pile, since);
    }

    /// <summary>Writes one story as one object on one line, without the line break.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="story">The story.</param>
    /// <param name="since">A day as in 2026-03-14, to add what is new since then, or null.</param>
    public static void WriteLine(Stream stream, Story story, string? since = null)
    {
        ArgumentNullException.ThrowIfNull(story);
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(json, new StoryPile { Stories = [story], Problems = story.Problems }, since);
    }

    private static Utf8JsonWriter Indented(Stream stream) => new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static void Write(Utf8JsonWriter json, StoryPile pile, string? since, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(pile);
        Dictionary<string, PartyTable> parties = pile.Stories.DistinctBy(s => s.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, s => new PartyTable(s.Reports, s.Entities, s.Actors), StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteArray("stories", pile.Stories, s => WriteStory(json, s));
        json.WriteArray(
            "reports", pile.Stories.SelectMany(s => s.Reports.Select(r => (Story: s, Report: r))).OrderBy(x => x.Report.Reading.Report.File, StringComparer.Ordinal).ThenBy(x => x.Report.Id, StringComparer.Ordinal),
            x => ReportJson.WriteValue(json, x.Report, x.Story, parties[x.Story.Id]));
        json.WriteArray("entities", Entities(pile), e => ReportJson.WriteEntity(json, e));
        json.WriteArray("origins", pile.Stories.SelectMany(s => s.Origins), o => WriteOrigin(json, o));
        json.WriteArray("utterances", Each(pile, s => s.Utterances), x => WriteUtterance(json, x.Item, x.Story));
        json.WriteArray("claims", Each(pile, s => s.Claims), x => WriteClaim(json, x.Item, x.Story));
        json.WriteArray("differences", Each(pile, s => s.Differences), x => WriteDifference(json, x.Item, x.Story));
        json.WriteArray("timeline", pile.Stories.SelectMany(s => s.Timeline), t => WriteEntry(json, t));
        json.WriteArray("happenings", Each(pile, s => s.Happenings), x => WriteHappening(json, x.Item, x.Story));
        json.WriteArray("relations", Each(pile, s => s.Relations), x => WriteRelation(json, x.Item, x.Story));
        VoicesJson.Write(json, pile);
        if (since is not null)
            NewsJson.Write(json, pile, since);
        json.WriteArray("problems", pile.Problems, p => WriteProblem(json, p));
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static IEnumerable<(Story Story, T Item)> Each<T>(StoryPile pile, Func<Story, ImmutableArray<T>> items) =>
        pile.Stories.SelectMany(s => items(s).Select(i => (s, i)));

    // One name of one kind has one id in all stories of a pile.
    private static IEnumerable<Entity> Entities(StoryPile pile) => pile.Stories.Length == 1 ? pile.Stories[0].Entities
        : pile.Stories.SelectMany(s => s.Entities).GroupBy(e => e.Id, StringComparer.Ordinal).Select(same => same.Count() == 1 ? same.First() : same.First() with
        {
            Forms = [.. same.SelectMany(e => e.Forms).GroupBy(f => f.Form, StringComparer.Ordinal).Select(f => new EntityForm(f.Key, f.Sum(x => x.Count))).OrderByDescending(f => f.Count).ThenBy(f => f.Form, StringComparer.Ordinal)],
            Because = [.. same.SelectMany(e => e.Because).Distinct(StringComparer.Ordinal)],
        });

    private static void WriteStory(Utf8JsonWriter json, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", story.Id);
        json.WriteString("title", story.Headline is int h ? story.Reports[h].Reading.Report.Title : null);
        json.WriteString("headline", story.Headline is int at ? story.Reports[at].Id : null);
        json.WriteStrings("reports", story.Reports.Select(r => r.Id));
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject();
        json.WriteString("id", origin.Id);
        json.WriteStrings("reports", origin.Reports);
        json.WriteString("because", origin.Because);
        json.WriteArray("passages", origin.Passages, p =>
        {
            json.WriteStartObject();
            json.WriteEvidence(p.Passage);
            json.WriteStartObject("like");
            json.WriteEvidence(p.Like);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteUtterance(Utf8JsonWriter json, Utterance utterance, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", utterance.Id);
        json.WriteString("speaker", utterance.Speaker is int s ? story.Entities[s].Id : null);
        json.WriteArray("statements", utterance.Statements, s =>
        {
            json.WriteStartObject();
            json.WriteString("report", story.Reports[s.Report].Id);
            json.WriteNumber("statement", s.Statement);
            json.WriteEndObject();
        });
        json.WriteStrings("wordings", utterance.Statements.Select(s => Words(story, s)).Distinct(StringComparer.Ordinal));
        json.WriteEndObject();
    }

    // A quotation that its speaker splits is given without the words between its parts.
    private static string Words(Story story, StatementRef at)
    {
        Reading reading = story.Reports[at.Report].Reading;
        return string.Join(" … ", reading.Statements[at.Statement].Content.Select(c => c.Cut(reading.Report.Text)));
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("about", claim.About);
        json.WriteWord("standing", claim.Standing);
        json.WriteArray("accounts", claim.Accounts, a =>
        {
            json.WriteStartObject();
            json.WriteEvidence(a.Evidence);
            json.WriteWord("side", a.Side);
            json.WriteString("holder", a.Holder is int h ? story.Entities[h].Id : null);
            json.WriteString("holderWords", a.HolderWords is { } words ? story.Cut(words) : null);
            json.WriteString("origin", a.Origin);
            json.WriteString("when", a.When);
            json.WriteString("scope", a.Scope);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter json, Difference difference, Story story)
    {
        json.WriteStartObject();
        json.WriteWord("kind", difference.Kind);
        json.WriteWord("verdict", difference.Verdict);
        json.WriteString("about", difference.About);
        json.WriteString("because", difference.Because);
        json.WriteArray("readings", difference.Readings, r =>
        {
            json.WriteStartObject();
            json.WriteEvidence(r.Evidence);
            json.WriteString("value", r.Value);
            json.WriteString("holder", r.Holder is int h ? story.Entities[h].Id : null);
            json.WriteString("holderWords", r.HolderWords is { } words ? story.Cut(words) : null);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("edtf", entry.Edtf);
        json.WriteString("label", entry.Label);
        json.WriteArray("evidence", entry.Evidence, e =>
        {
            json.WriteStartObject();
            json.WriteEvidence(e);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteHappening(Utf8JsonWriter json, Happening happening, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", happening.Id);
        json.WriteString("deed", happening.Deed);
        json.WriteString("about", happening.About);
        WriteParty(json, "actor", happening.Actor, story);
        WriteParty(json, "recipient", happening.Recipient, story);
        json.WriteArray("coActors", happening.CoActors, p => WriteParty(json, p, story));
        json.WriteArray("coRecipients", happening.CoRecipients, p => WriteParty(json, p, story));
        WriteParty(json, "place", happening.Place, story);
        json.WriteString("when", happening.When);
        json.WriteString("modality", ReportJson.Word(happening.Modality));
        json.WriteWord("standing", happening.Standing);
        json.WriteArray("accounts", happening.Accounts, a =>
        {
            json.WriteStartObject();
            json.WriteEvidence(a.Words);
            json.WriteNumber("event", a.Event);
            json.WriteString("holder", a.Holder is int h ? story.Entities[h].Id : null);
            json.WriteString("holderWords", a.HolderWords is { } words ? story.Cut(words) : null);
            json.WriteString("modality", ReportJson.Word(a.Modality));
            json.WriteBoolean("negated", a.Negated);
            json.WriteString("when", a.When);
            json.WriteString("origin", a.Origin);
            json.WriteEndObject();
        });
        json.WriteStrings("parts", happening.Parts);
        json.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter json, ActorRelation relation, Story story)
    {
        json.WriteStartObject();
        json.WriteString("id", relation.Id);
        json.WriteString("kind", relation.Kind.Name());
        WriteParty(json, "from", relation.From, story);
        WriteParty(json, "to", relation.To, story);
        json.WriteString("since", relation.Since);
        json.WriteString("until", relation.Until);
        json.WriteBoolean("ended", relation.Ended);
        json.WriteWord("standing", relation.Standing);
        json.WriteArray("accounts", relation.Accounts, a =>
        {
            json.WriteStartObject();
            json.WriteEvidence(a.Words);
            json.WriteString("holder", a.Holder is int h ? story.Entities[h].Id : null);
            json.WriteString("holderWords", a.HolderWords is { } words ? story.Cut(words) : null);
            json.WriteBoolean("negated", a.Negated);
            json.WriteString("when", a.When);
            json.WriteString("origin", a.Origin);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteParty(Utf8JsonWriter json, string name, Party? party, Story story)
    {
        if (party is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WritePropertyName(name);
        WriteParty(json, party, story);
    }

    private static void WriteParty(Utf8JsonWriter json, Party party, Story story)
    {
        json.WriteStartObject();
        json.WriteString("entity", party.Entity is int e ? story.Entities[e].Id : null);
        json.WriteString("name", party.Name);
        json.WriteString("code", party.Code);
        json.WriteEvidence(party.Words);
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("file", problem.File);
        json.WriteString("place", problem.Place);
        json.WriteString("what", problem.What);
        json.WriteString("remedy", problem.Remedy);
        json.WriteEndObject();
    }
}
