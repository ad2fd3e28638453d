// A decision as JSON.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Crossread.Storage.Decisions;

/// <summary>Writes decisions as JSON: who, when and why, the decision as a sentence and for programs.</summary>
public static class DecisionJson
{
    private static readonly JsonSerializerOptions _matters = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the properties of a decision into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decision);
        json.WriteNumber("number", decision.Number);
        json.WriteString("when", decision.When.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("who", decision.Who);
        json.WriteString("why", decision.Why);
        json.WriteBoolean("stands", decision.Stands);
        json.WriteString("decision", DecisionWords.Of(decision.Matter));
        json.WritePropertyName("matter");
        JsonSerializer.Serialize(json, decision.Matter, _matters);
    }

    /// <summary>Writes a list of decisions as the property <c>decisions</c> of an object that is open.</summary>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decisions);
        json.WriteStartArray("decisions");
        foreach (Decision decision in decisions)
        {
            json.WriteStartObject();
            Write(json, decision);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
