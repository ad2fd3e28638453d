// Pages in the manner of real content systems: what is the story, and what is not? The people and places are invented.
using System.Text;

using Crossread.Cleaning;
using Crossread.Documents;

namespace Crossread.Tests.Cleaning;

public sealed class PageShapeTests
{
    private const string _one = "The ferry company of Port Selm will take two of its five boats out of service in autumn, its director Oren Vasht said on Monday.";
    private const string _two = "\"We cannot pay for repairs that come every month,\" he told the harbour council, which had asked for a report after the third breakdown of the year.";
    private const string _three = "Islanders fear for their schools: some ninety pupils cross the sound each morning, and the last boat home would leave at three in the afternoon.";
    private const string _menu = """<nav class="main-menu"><ul><li><a href="/">Front page</a></li><li><a href="/island">Island</a></li><li><a href="/sports">Sports</a></li></ul></nav>""";

    [Fact]
    public void A_blog_keeps_its_post_and_drops_sidebar_sharing_tags_and_comments()
    {
        Report report = Clean($"""
            <body class="single single-post">{_menu}<div id="content"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Two ferries stop in autumn</h1>
            <div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2031-05-06T09:00:00+02:00">6 May 2031</time></span> by <a href="/author/ilva">Ilva Morn</a></div></header>
            <div class="entry-content"><p>{_one}</p><p>{_two}</p><p>{_three}</p>
            <div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share</a></li></ul></div>
            <div id="jp-relatedposts"><h3>Related</h3><p>Ferry stuck in the ice for a night and a day last winter</p></div></div>
            <footer class="entry-footer"><span class="tags-links">Tagged <a href="/t/ferry">ferry</a></span></footer></article>
            <div id="comments" class="comments-area"><h2>2 thoughts on "Two ferries stop in autumn"</h2><ol><li><p>My daughter takes that boat each day and I do not know what we shall do, honestly.</p></li></ol></div></div>
            <aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul><li><a href="/1">The bakery opens again</a></li></ul></aside></body>
            """);
        Holds(report, "Two ferries stop in autumn", _one, _two, _three);
        Lacks(report, "Click to share", "stuck in the ice", "My daughter", "bakery", "Posted on", "Tagged");
        Assert.Equal("2031-05-06T09:00:00+02:00", report.Published?.Edtf);
        Assert.Equal(["Ilva Morn"], report.Authors);
    }

    [Fact]
    public void A_page_of_fields_keeps_its_body_field_and_its_summary()
    {
        Report report = Clean($"""
            <body><div class="region region-header">{_menu}</div><main><div class="node node--type-article"><h1><span class="field field--name-title">Two ferries stop in autumn</span></h1>
            <div class="field field--name-field-subtitle">Islanders fear for their schools and shops</div>
            <div class="field field--name-body"><p>{_one}</p><p>{_two}</p><h2>What the islanders say</h2><p>{_three}</p></div>
            <div class="field field--name-field-tags"><a href="/tags/ferry">Ferry</a></div></div></main>
            <div class="region region-sidebar-second"><div class="block-views"><h2>Most read</h2><ul><li><a href="/2">Council buys a second-hand fire engine from the mainland</a></li></ul></div></div></body>
            """);
        Holds(report, "Islanders fear for their schools and shops", _one, _two, "What the islanders say", _three);
        Lacks(report, "fire engine", "Front page");
    }

    [Fact]
    public void A_column_with_hashed_class_names_and_promotions_between_its_paragraphs()
    {
        Report report = Clean($"""
            <body><div id="app"><div class="sc-a1b2c3">{_menu}</div><div class="sc-d4e5"><h1 class="sc-f6">Two ferries stop in autumn</h1><div class="sc-g7"><p class="sc-h8">{_one}</p>
            <div class="sc-ad ad-slot">Advertisement</div><p class="sc-h8">{_two}</p><div class="sc-nl newsletter-promo"><p>Sign up for our evening briefing, every day at six in your inbox.</p></div>
            <p class="sc-h8">{_three}</p></div></div></div></body>
            """);
        Holds(report, _one, _two, _three);
        Lacks(report, "Advertisement", "evening briefing");
    }

    [Fact]
    public void Paragraphs_parted_by_breaks_only_stay_apart()
    {
        Report report = Clean($"""<body><table><tr><td><a href="/">Front page</a><br><a href="/b">Island</a></td><td><h1>Two ferries stop in autumn</h1>{_one}<br><br>{_two}<br><br>{_three}</td></tr></table></body>""");
        Assert.Contains(_one + "\n\n", report.Text, StringComparison.Ordinal);
        Holds(report, _two, _three);
        Lacks(report, "Front page");
    }

    [Fact]
    public void Text_in_divisions_without_paragraphs_is_a_story_too()
    {
        Report report = Clean($"""<body>{_menu}<div class="wrap"><h1>Two ferries stop in autumn</h1><div class="t"><div>{_one}</div><div>{_two}</div><div>{_three}</div></div></div><div class="foot"><a href="/imprint">Imprint</a> <a href="/contact">Contact</a></div></body>""");
        Holds(report, _one, _two, _three);
        Lacks(report, "Imprint");
    }

    [Fact]
    public void A_copy_for_pages_without_scripts_does_not_double_captions_or_text()
    {
        Report report = Clean($"""
            <body><amp-sidebar>{_menu}</amp-sidebar><article><h1>Two ferries stop in autumn</h1><p>{_one}</p>
            <figure><img class="lazyload" data-src="a.jpg"><noscript><img src="a.jpg" alt="A boat"></noscript><figcaption>A boat of the company at the old quay.</figcaption></figure>
            <p>{_two}</p><p>{_three}</p></article><noscript><p>Please turn on scripts to read the comments of our readers on this page.</p></noscript></body>
            """);
        Holds(report, _one, _two, _three);
        Assert.Equal(report.Text.IndexOf("old quay", StringComparison.Ordinal), report.Text.LastIndexOf("old quay", StringComparison.Ordinal));
        Lacks(report, "turn on scripts");
    }

    [Fact]
    public void What_is_free_of_a_locked_story_stays_and_its_notice_goes()
    {
        Report report = Clean($"""
            <body>{_menu}<article><h1>Two ferries stop in autumn</h1><p class="standfirst">Schools and shops of the islands will be hit</p><p>{_one}</p><p>{_two}</p>
            <div class="paywall-offer"><h3>Read on with a subscription</h3><p>You have read your last free article. Subscribe now for one crown a week and read without limits.</p><button>Subscribe</button></div></article></body>
            """);
        Holds(report, _one, _two);
        Lacks(report, "last free article", "Subscribe");
    }

    [Fact]
    public void The_entries_of_a_live_blog_stay_with_their_times()
    {
        Report report = Clean($"""
            <body>{_menu}<main><h1>Ferry debate as it happened</h1><p>{_one}</p>
            <article class="live-entry"><time>14:05</time><h2>Council meets</h2><p>{_two}</p></article>
            <article class="live-entry"><time>15:40</time><h2>Islanders speak</h2><p>{_three}</p></article>
            <article class="live-entry"><time>16:10</time><h2>No vote today</h2><p>The council put off its vote to next week, the chair said, after two hours of speeches.</p></article></main></body>
            """);
        Holds(report, _one, _two, _three, "Council meets", "put off its vote");
        Lacks(report, "Front page");
    }

    [Fact]
    public void Ingredients_and_steps_are_the_text_of_a_recipe()
    {
        Report report = Clean($"""
            <body>{_menu}<article><h1>Barley soup of the islands</h1><p>This soup has kept fishermen warm for as long as anybody can remember, and it costs next to nothing to make.</p>
            <h2>Ingredients</h2><ul><li>200 g barley</li><li>2 leeks</li><li>1 litre of stock</li></ul><h2>Method</h2><ol><li>Wash the barley and let it stand in cold water for an hour.</li><li>Cut the leeks and fry them gently until they are soft.</li><li>Add stock and barley and cook for forty minutes.</li></ol></article></body>
            """);
        Holds(report, "200 g barley", "2 leeks", "Wash the barley", "cook for forty minutes");
    }

    [Fact]
    public void A_table_inside_the_story_stays()
    {
        Report report = Clean($"""
            <body>{_menu}<article><h1>Two ferries stop in autumn</h1><p>{_one}</p><table><tr><th>Boat</th><th>Built</th></tr><tr><td>Selma</td><td>1988</td></tr><tr><td>Norna</td><td>1991</td></tr></table><p>{_two}</p></article></body>
            """);
        Holds(report, "Selma", "1991", _two);
    }

    [Fact]
    public void An_encyclopedia_keeps_its_chapters_without_contents_boxes_and_edit_links()
    {
        Report report = Clean($"""
            <body><div id="mw-navigation">{_menu}</div><div id="content"><h1 id="firstHeading">Selm ferries</h1><div id="bodyContent"><div id="toc" class="toc"><ul><li><a href="#h">History</a></li><li><a href="#b">Boats</a></li></ul></div>
            <p>{_one}</p><h2><span>History</span><span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><p>{_two}</p><p>{_three}</p><div class="navbox"><a href="/x">Ferries of the northern isles</a></div></div></div></body>
            """);
        Holds(report, _one, _two, _three);
        Lacks(report, "northern isles");
    }

    [Theory]
    [InlineData("de", "Zwei Fähren fahren im Herbst nicht mehr", "Die Reederei von Port Selm nimmt im Herbst zwei ihrer fünf Schiffe aus dem Dienst, sagte ihr Leiter am Montag.", "Die Leute auf den Inseln fürchten um ihre Schulen, denn neunzig Kinder fahren jeden Morgen über den Sund.", "Lesen Sie auch: Der Bäcker öffnet wieder", "Newsletter abonnieren", "6. Mai 2031")]
    [InlineData("fr", "Deux bacs s’arrêtent à l’automne", "La compagnie de Port Selm retirera deux de ses cinq bateaux à l’automne, a annoncé lundi son directeur.", "Les habitants des îles craignent pour leurs écoles, car quatre-vingt-dix élèves traversent le détroit chaque matin.", "À lire aussi : la boulangerie rouvre", "Suivez-nous sur les réseaux", "6 mai 2031")]
    [InlineData("es", "Dos transbordadores paran en otoño", "La naviera de Port Selm retirará en otoño dos de sus cinco barcos, dijo el lunes su director ante el consejo del puerto.", "Los isleños temen por sus escuelas, porque noventa alumnos cruzan el estrecho cada mañana para ir a clase.", "Lea también: la panadería abre de nuevo", "Suscríbete a nuestro boletín", "6 de mayo de 2031")]
    [InlineData("ar", "عبارتان تتوقفان في الخريف", "قالت شركة العبارات في الميناء إنها ستوقف اثنتين من سفنها الخمس في الخريف بعد أعطال كثيرة هذا العام.", "ويخشى سكان الجزر على مدارسهم لأن تسعين تلميذا يعبرون المضيق كل صباح إلى المدرسة في المدينة.", "اقرأ أيضا: المخبز يفتح من جديد", "شارك", "6 مايو 2031")]
    public void Pages_in_other_languages_keep_their_story_and_their_date(string language, string title, string one, string two, string related, string furniture, string date)
    {
        Report report = Clean($"""
            <html lang="{language}"><head><title>{title} | Selm</title></head><body>{_menu}<div class="c"><h1>{title}</h1><p>{date}</p><p>{one}</p><p><a href="/r">{related}</a></p><p>{two}</p><p>{furniture}</p></div></body></html>
            """);
        Assert.Equal(title, report.Title);
        Assert.Equal("2031-05-06", report.Published?.Edtf);
        Assert.Equal(language, report.Language);
        Holds(report, one, two);
        Lacks(report, related, furniture, date);
    }

    [Fact]
    public void Several_authors_are_several_and_an_office_stays_one()
    {
        Assert.Equal(["Ilva Morn", "Oren Vasht"], Clean("Two ferries stop\n\nBy Ilva Morn and Oren Vasht\n\n" + _one + "\n\n" + _two).Authors);
        Assert.Equal(["Ilva Morn", "Oren Vasht", "Lio de Brask"], [.. Head.People("Ilva Morn, Oren Vasht and Lio de Brask")]);
        Assert.Equal(["Ministry of Trade and Industry"], [.. Head.People("Ministry of Trade and Industry")]);
    }

    [Fact]
    public void The_lines_of_author_and_publication_are_no_part_of_a_text()
    {
        Report report = Clean("Two ferries stop\n\nBy Ilva Morn and Oren Vasht\n\nPublished 6 May 2031, 10:15\n\n" + _one + "\n\n" + _two);
        Lacks(report, "By Ilva", "Published 6");
        Assert.Equal("2031-05-06", report.Published?.Edtf);
        Assert.All(report.Removed, r => Assert.Contains("author and date line", r.Reason, StringComparison.Ordinal));
        Assert.Equal(2, report.Removed.Sum(r => r.Text.Split('\n').Length));
    }

    [Theory]
    [InlineData("PORT SELM, May 6 /Reuters/. Dock workers went home.", "Reuters")]
    [InlineData("PORT SELM, May 6. /NordPress/. Dock workers went home.", "NordPress")]
    [InlineData("PORT SELM (Reuters) - Dock workers went home.", "Reuters")]
    [InlineData("The and/or question is old, and so is the 24/7 shop.", null)]
    public void A_dateline_names_its_agency_in_brackets_or_slashes(string text, string? agency) => Assert.Equal(agency, Head.DatelineAgency(text));

    [Fact]
    public void A_menus_link_to_the_page_is_not_its_headline()
    {
        Report report = Clean($"""
            <head><meta property="og:title" content="Ferry service"><title>Ferry service - Selm</title></head><body><nav><ul><li><a href="/f">Ferry service</a></li><li><a href="/g">Harbour</a></li></ul></nav>
            <main><h1>How the boats of Port Selm run in winter</h1><p>{_one}</p><p>{_two}</p></main></body>
            """);
        Assert.Equal("How the boats of Port Selm run in winter", report.Title);
    }

    [Fact]
    public void A_time_in_GMT_is_universal_and_the_day_shown_is_the_readers()
    {
        Report report = Clean($$"""
            <html lang="es"><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Dos barcos paran","datePublished":"Wed, 07 May 2031 02:41:00 GMT"}</script></head>
            <body><h1>Dos barcos paran</h1><p>6/5/2031 22:41</p><p>{{_one}}</p><p>{{_two}}</p></body></html>
            """);
        Assert.Equal("2031-05-06", report.Published?.Edtf);
    }

    private static void Holds(Report report, params string[] parts) => Assert.All(parts, p => Assert.Contains(p, report.Text, StringComparison.Ordinal));

    private static void Lacks(Report report, params string[] parts) => Assert.All(parts, p => Assert.DoesNotContain(p, report.Text, StringComparison.Ordinal));

    private static Report Clean(string source) => Cleaner.Clean([DocumentReader.Read(Encoding.UTF8.GetBytes(source), "page").Single().Document!])[0];
}
