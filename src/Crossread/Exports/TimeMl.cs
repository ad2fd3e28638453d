// A report as TimeML 1.2: its text with its time expressions as TIMEX3 elements.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

using Crossread.Dates;
using Crossread.Stories;

namespace Crossread.Exports;

/// <summary>
/// Writes TimeML 1.2 (Pustejovsky and others 2005; its TIMEX3 became ISO 24617-1). The publication date is <c>t0</c>, with
/// <c>functionInDocument="CREATION_TIME"</c>; an expression that counts from it has it as <c>anchorTimeID</c>.
/// </summary>
public static class TimeMl
{
    /// <summary>Writes one document: declaration, <c>DOCID</c>, <c>DCT</c>, <c>TITLE</c> where there is one, and <c>TEXT</c> with its spaces kept.</summary>
    /// <param name="output">Takes the document in UTF-8; stays open.</param>
    /// <param name="report">The report with its values.</param>
    /// <param name="id">Id of the document, or null for its file name.</param>
    public static void Write(Stream output, StoryReport report, string? id)
    {
        ArgumentNullException.ThrowIfNull(report);
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartElement("TimeML");
        xml.WriteElementString("DOCID", Allowed(id ?? report.Reading.Report.File));
        xml.WriteStartElement("DCT");
        Creation(xml, report.Published);
        xml.WriteEndElement();
        if (report.Reading.Report.Title is { Length: > 0 } title)
            xml.WriteElementString("TITLE", Allowed(title));
        xml.WriteStartElement("TEXT");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        Body(xml, report);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Creation(XmlWriter xml, Publication published)
    {
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", "t0");
        string value = Value(published.Edtf);
        xml.WriteAttributeString("type", value.Contains('T', StringComparison.Ordinal) ? "TIME" : "DATE");
        xml.WriteAttributeString("value", value);
        xml.WriteAttributeString("temporalFunction", "false");
        xml.WriteAttributeString("functionInDocument", "CREATION_TIME");
        xml.WriteString(Allowed(published.Edtf ?? "unknown"));
        xml.WriteEndElement();
    }

    private static readonly SearchValues<char> Doubtful = SearchValues.Create("/,[]~?%");

    // TIMEX3 has neither sets nor open ends: one day is its value, anything less sure is left open.
    private static string Value(string? edtf) =>
        edtf is { Length: >= 4 } && char.IsAsciiDigit(edtf[0]) && !edtf.AsSpan().ContainsAny(Doubtful) ? edtf : "XXXX-XX-XX";

    private static void Body(XmlWriter xml, StoryReport report)
    {
        string text = report.Reading.Report.Text;
        int at = 0, points = report.Reading.Times.Length;
        for (int i = 0; i < report.Reading.Times.Length; i++)
        {
            TimeMention time = report.Reading.Times[i];
            if (time.Span.Start < at)
                continue; // no expression stands inside another
            xml.WriteString(Allowed(text[at..time.Span.Start]));
            if (Range(report.TimeValues[i].Timex) is { } range)
                Stretch(xml, range, i + 1, ref points, time.Span.Cut(text));
            else
                Timex(xml, time, report.TimeValues[i], i + 1, time.Span.Cut(text));
            at = time.Span.End;
        }
        xml.WriteString(Allowed(text[at..]));
    }

    private static (DateOnly First, DateOnly Last)? Range(string value) =>
        value.Split('/') is [var first, var last] && DateOnly.TryParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly from)
            && DateOnly.TryParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly to) && to >= from ? (from, to) : null;

    // TIMEX3 has no value for a stretch of days: it is a duration between two dates that take up no words.
    private static void Stretch(XmlWriter xml, (DateOnly First, DateOnly Last) range, int number, ref int points, string words)
    {
        int begin = ++points, end = ++points;
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", Id(number));
        xml.WriteAttributeString("type", "DURATION");
        xml.WriteAttributeString("value", string.Create(CultureInfo.InvariantCulture, $"P{range.Last.DayNumber - range.First.DayNumber + 1}D"));
        xml.WriteAttributeString("beginPoint", Id(begin));
        xml.WriteAttributeString("endPoint", Id(end));
        xml.WriteAttributeString("functionInDocument", "NONE");
        xml.WriteString(Allowed(words));
        xml.WriteEndElement();
        foreach ((int point, DateOnly day) in new[] { (begin, range.First), (end, range.Last) })
        {
            xml.WriteStartElement("TIMEX3");
            xml.WriteAttributeString("tid", Id(point));
            xml.WriteAttributeString("type", "DATE");
            xml.WriteAttributeString("value", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("functionInDocument", "NONE");
            xml.WriteEndElement();
        }
    }

    private static string Id(int number) => "t" + number.ToString(CultureInfo.InvariantCulture);

    private static void Timex(XmlWriter xml, TimeMention time, TimeValue value, int number, string words)
    {
        bool relative = time.Form == TimeForm.Shift || time.Weekday is not null && time.Day is null;
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", Id(number));
        xml.WriteAttributeString("type", time.Type.ToString().ToUpperInvariant());
        xml.WriteAttributeString("value", value.Timex);
        if (time.Modifier is { } modifier)
            xml.WriteAttributeString("mod", modifier);
        xml.WriteAttributeString("temporalFunction", relative ? "true" : "false");
        xml.WriteAttributeString("functionInDocument", "NONE");
        // What counts from a date named before it has another anchor than the publication date.
        if (relative && !time.FromEarlier)
            xml.WriteAttributeString("anchorTimeID", "t0");
        xml.WriteString(Allowed(words));
        xml.WriteEndElement();
    }

    // XML has no place for most control characters and lone surrogates: each becomes one U+FFFD, so that offsets stay.
    private static string Allowed(string text)
    {
        int at = 0;
        while (at < text.Length && Fits(text, ref at))
            at++;
        if (at >= text.Length)
            return text;
        char[] made = text.ToCharArray();
        for (int i = 0; i < made.Length; i++)
        {
            int here = i;
            if (Fits(text, ref here))
                i = here;
            else
                made[i] = '\uFFFD';
        }
        return new string(made);
    }

    private static bool Fits(string text, ref int at)
    {
        if (XmlConvert.IsXmlChar(text[at]))
            return true;
        if (at + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            return false;
        at++;
        return true;
    }
}
