// What is new since a day, as JSON.
using System.Text.Json;

using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>Writes the key <c>news</c> of a story.</summary>
internal static class NewsJson
{
    public static void Write(Utf8JsonWriter json, StoryPile pile, string since)
    {
        (Story Story, StoryNews News)[] all = [.. pile.Stories.Select(s => (s, NewsFinder.Since(s, since)))];
        json.WriteStartObject("news");
        json.WriteString("since", since);
        json.WriteStrings("reports", all.SelectMany(x => x.News.Reports.Select(r => x.Story.Reports[r].Id)));
        json.WriteArray("claims", all.SelectMany(x => x.News.Claims.Select(n => (x.Story, n))), x =>
        {
            json.WriteStartObject();
            json.WriteString("claim", x.Story.Claims[x.n.Claim].Id);
            if (x.n.Before is { } standing)
                json.WriteWord("before", standing);
            else
                json.WriteNull("before");
            json.WriteArray("accounts", x.n.Added, json.WriteNumberValue);
            json.WriteEndObject();
        });
        // A difference has no id: its place in the list names it.
        int first = 0;
        json.WriteStartArray("differences");
        foreach ((Story story, StoryNews news) in all)
        {
            foreach (DifferenceNews n in news.Differences)
            {
                json.WriteStartObject();
                json.WriteNumber("difference", first + n.Difference);
                json.WriteBoolean("fresh", n.Fresh);
                json.WriteArray("readings", n.Added, json.WriteNumberValue);
                json.WriteEndObject();
            }
            first += story.Differences.Length;
        }
        json.WriteEndArray();
        json.WriteStrings("utterances", all.SelectMany(x => x.News.Utterances.Select(u => x.Story.Utterances[u].Id)));
        json.WriteStrings("speakers", all.SelectMany(x => x.News.Voices.Select(v => x.Story.Voices.Voices[v].Name)));
        json.WriteEndObject();
    }
}
