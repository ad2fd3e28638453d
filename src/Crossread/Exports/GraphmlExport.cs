// The graph of actors for Gephi, yEd, NetworkX.
using System.Globalization;
using System.Xml;

using Crossread.Events.Ties;
using Crossread.Stories;
using Crossread.Stories.Happenings;
using Crossread.Stories.Relations;

namespace Crossread.Exports;

/// <summary>GraphML 1.0: a node a party, an edge a relation with kind, interval, standing and number of accounts.</summary>
public sealed class GraphmlExport : IStoryExport
{
    private const string Space = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type)[] _keys =
    [
        ("name", "node", "string"), ("kind", "node", "string"), ("code", "node", "string"),
        ("relation", "edge", "string"), ("since", "edge", "string"), ("until", "edge", "string"), ("standing", "edge", "string"), ("accounts", "edge", "int"), ("denials", "edge", "int"),
    ];

    /// <inheritdoc/>
    public string Name => "graphml";

    /// <inheritdoc/>
    public string About => "the graph of actors as GraphML";

    /// <inheritdoc/>
    public void Write(Stream stream, Story story)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(story);
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CheckCharacters = true, CloseOutput = false, Encoding = new System.Text.UTF8Encoding(false) });
        xml.WriteStartElement("graphml", Space);
        foreach ((string id, string role, string type) in _keys)
        {
            xml.WriteStartElement("key", Space);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", role);
            xml.WriteAttributeString("attr.name", id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("edgedefault", "directed");
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (Party party in story.Relations.SelectMany(r => new[] { r.From, r.To }))
        {
            string key = Key(story, party);
            if (!ids.TryAdd(key, string.Create(CultureInfo.InvariantCulture, $"n{ids.Count}")))
                continue;
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", ids[key]);
            Data(xml, "name", party.Name);
            Data(xml, "kind", party.Entity is int e ? story.Entities[e].Kind.ToString().ToLowerInvariant() : "unnamed");
            Data(xml, "code", party.Code);
            xml.WriteEndElement();
        }
        foreach (ActorRelation relation in story.Relations)
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("id", relation.Id);
            xml.WriteAttributeString("source", ids[Key(story, relation.From)]);
            xml.WriteAttributeString("target", ids[Key(story, relation.To)]);
            if (relation.Kind.Mutual())
                xml.WriteAttributeString("directed", "false");
            Data(xml, "relation", relation.Kind.Name());
            Data(xml, "since", relation.Since);
            Data(xml, "until", relation.Until);
            Data(xml, "standing", relation.OnlyDenied ? "denied" : relation.Standing.ToString().ToLowerInvariant());
            Data(xml, "accounts", relation.Accounts.Length.ToString(CultureInfo.InvariantCulture));
            Data(xml, "denials", relation.Accounts.Count(a => a.Negated).ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
    }

    private static string Key(Story story, Party party) => party.Entity is int e ? story.Entities[e].Id : "w:" + party.Name;

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        xml.WriteStartElement("data", Space);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value));
        xml.WriteEndElement();
    }

    // Control characters and halves of surrogate pairs cannot stand in XML.
    private static string Clean(string value) => string.Concat(value.EnumerateRunes().Select(r => r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF) || r.Value is '\t' or '\n' ? r.ToString() : " "));
}
