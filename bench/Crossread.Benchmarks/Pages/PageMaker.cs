// Pages that look like those of news sites, made up, in every size.
using System.Globalization;
using System.Text;

namespace Crossread.Benchmarks.Pages;

/// <summary>Makes pages in the manner of real ones: navigation, scripts, teasers, share bars and comments around a story.</summary>
internal static class PageMaker
{
    private static readonly int[] _kilobytes = [5, 20, 40, 80, 120, 160, 250, 500];

    private static readonly string[] _sentences =
    [
        "The council of {0} met on Monday and decided nothing, a spokeswoman said.", "Mayor {1} told reporters that the bridge would stay closed until the engineers had looked at every bolt of it.",
        "“We were not asked,” said {1}, who keeps a shop near the harbour of {0}.", "Some 240 people left their houses in the night, the fire brigade said, and most of them came back before noon.",
        "The ministry did not answer questions about the money that {0} had been promised two years ago.", "According to the report, which this newspaper has read, the dam held back less water than its builders had thought.",
        "Schools stay closed until Thursday.", "{1} denied that the warning had come late and said that the sirens had been heard in every street of {0}.",
    ];

    private static readonly string[] _places = ["Port Selm", "Orvo", "Lower Ebren", "Tarn", "Ost"], _people = ["Ilva Morn", "Oren Vasht", "Sela Indra", "Tamas Quell"];

    /// <summary>A page by its number; the same number gives the same page. Sizes from 5 to 500 KB take turns.</summary>
    public static string Make(int number)
    {
        Random random = new(number);
        int size = _kilobytes[number % _kilobytes.Length] * 1000;
        string Sentence() => string.Format(CultureInfo.InvariantCulture, _sentences[random.Next(_sentences.Length)], _places[random.Next(_places.Length)], _people[random.Next(_people.Length)]);
        string title = "Report " + number.ToString(CultureInfo.InvariantCulture) + " from " + _places[number % _places.Length];
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | The Valley Post</title><meta property=\"og:title\" content=\"{title}\"><meta property=\"og:site_name\" content=\"The Valley Post\"><meta property=\"article:published_time\" content=\"2031-05-06T07:08:09+02:00\"><link rel=\"canonical\" href=\"https://valley.example/{number}\">");
        page.Append(CultureInfo.InvariantCulture, $"<script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"{title}\",\"datePublished\":\"2031-05-06T07:08:09+02:00\",\"author\":{{\"@type\":\"Person\",\"name\":\"Ilva Morn\"}}}}</script><style>.a{{color:red}}</style></head><body class=\"page\"><header><nav><ul>");
        for (int i = 0; i < 25; i++)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"menu-item\"><a href=\"/s/{i}\">Section {i}</a></li>");
        page.Append("</ul></nav></header><main><article class=\"post\"><h1 class=\"entry-title\">").Append(title).Append("</h1><div class=\"byline\">By <a href=\"/a/1\">Ilva Morn</a> · <time datetime=\"2031-05-06\">6 May 2031</time></div><div class=\"entry-content\">");
        for (int i = 0; i < 12 + size / 20_000; i++)
        {
            page.Append("<p>").Append(Sentence()).Append(' ').Append(Sentence()).Append(" <a href=\"/x\">").Append(_places[random.Next(_places.Length)]).Append("</a> ").Append(Sentence()).Append("</p>\n");
            if (i % 5 == 4)
                page.Append("<figure><img src=\"/p.jpg\" alt=\"\" srcset=\"/p1.jpg 1x, /p2.jpg 2x\"><figcaption>Water in Mill Street. Photo: A. Tell</figcaption></figure><div class=\"share-buttons\"><a href=\"#\">Share</a><a href=\"#\">Mail</a></div>");
        }
        page.Append("</div></article><aside class=\"sidebar\"><h3>Most read</h3><ul>");
        // The rest as on real pages: teasers, scripts and data, wrapped in many elements.
        while (page.Length < size - 2000)
        {
            for (int i = 0; i < 4; i++)
                page.Append(CultureInfo.InvariantCulture, $"<li class=\"teaser teaser--small\" data-id=\"{random.Next()}\"><div class=\"teaser__inner\"><a class=\"teaser__link\" href=\"/t/{i}\"><span class=\"teaser__title\">Teaser {i} about the harbour of {_places[i % 5]} and what it costs</span></a><time class=\"date\" datetime=\"2031-05-0{1 + i}\">0{1 + i}.05.2031</time></div></li>");
            page.Append("<script>window.dataLayer=window.dataLayer||[];");
            for (int i = 0; i < 25; i++)
                page.Append(CultureInfo.InvariantCulture, $"dataLayer.push({{'e{i}':'{random.Next()}','u':\"https://valley.example/{i}?a=1&b=2\"}});");
            page.Append("</script>");
        }
        page.Append("</ul></aside></main><section id=\"comments\" class=\"comments\"><h2>Comments</h2>");
        for (int i = 0; i < 5; i++)
            page.Append("<div class=\"comment\"><p>").Append(Sentence()).Append("</p></div>");
        return page.Append("</section><footer><p>© 2031 The Valley Post. All rights reserved.</p></footer></body></html>").ToString();
    }
}
