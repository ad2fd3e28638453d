// Who speaks, who is only talked about, and what each report adds, as JSON.
using System.Text.Json;

using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>Writes the key <c>voices</c> of a story.</summary>
internal static class VoicesJson
{
    public static void Write(Utf8JsonWriter json, StoryPile pile)
    {
        json.WriteStartObject("voices");
        json.WriteArray("speakers", pile.Stories.SelectMany(s => s.Voices.Voices.Select(v => (s, v))), x =>
        {
            json.WriteStartObject();
            json.WriteString("entity", x.v.Entity is int e ? x.s.Entities[e].Id : null);
            json.WriteString("name", x.v.Name);
            json.WriteStrings("utterances", x.v.Utterances.Select(u => x.s.Utterances[u].Id));
            json.WriteNumber("reports", x.v.Reports);
            json.WriteNumber("origins", x.v.Origins);
            json.WriteNumber("quoted", x.v.Quoted);
            json.WriteEndObject();
        });
        json.WriteArray("neverQuoted", pile.Stories.SelectMany(s => s.Voices.NeverQuoted.Select(t => (s, t))), x =>
        {
            json.WriteStartObject();
            json.WriteString("entity", x.s.Entities[x.t.Entity].Id);
            json.WriteNumber("mentions", x.t.Mentions);
            json.WriteNumber("reports", x.t.Reports);
            json.WriteNumber("origins", x.t.Origins);
            json.WriteEndObject();
        });
        json.WriteStrings("unnamedOnly", pile.Stories.SelectMany(s => s.Voices.UnnamedOnly.Select(c => s.Claims[c].Id)));
        json.WriteArray("adds", pile.Stories.SelectMany(s => s.Voices.Shares.Select(a => (s, a))), x =>
        {
            json.WriteStartObject();
            json.WriteString("report", x.s.Reports[x.a.Report].Id);
            json.WriteStrings("utterances", x.a.Utterances.Select(u => x.s.Utterances[u].Id));
            json.WriteStrings("speakers", x.a.Voices.Select(v => x.s.Voices.Voices[v].Name));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
