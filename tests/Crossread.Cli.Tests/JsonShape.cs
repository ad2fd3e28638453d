// Holds JSON against the part of JSON Schema that our schemas use.
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Crossread.Cli.Tests;

/// <summary>Finds where a JSON value breaks its schema: type, enum, required, properties, items, pattern, minimum, anyOf, $ref.</summary>
internal sealed class JsonShape(JsonElement schema)
{
    public IEnumerable<string> Breaks(JsonElement value) => Breaks(value, schema, "$");

    private IEnumerable<string> Breaks(JsonElement value, JsonElement rule, string at)
    {
        if (rule.TryGetProperty("$ref", out JsonElement reference))
            rule = schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        if (rule.TryGetProperty("anyOf", out JsonElement any))
        {
            if (!any.EnumerateArray().Any(a => !Breaks(value, a, at).Any()))
                yield return $"{at}: fits none of the allowed shapes";
            yield break;
        }
        if (rule.TryGetProperty("type", out JsonElement type) && !Types(type).Any(t => Is(value, t)))
        {
            yield return $"{at}: {value.ValueKind} instead of {type}";
            yield break;
        }
        if (rule.TryGetProperty("enum", out JsonElement words) && !words.EnumerateArray().Any(w => w.GetString() == value.GetString()))
            yield return $"{at}: '{value}' is not among {words}";
        if (rule.TryGetProperty("pattern", out JsonElement pattern) && !Regex.IsMatch(value.GetString()!, pattern.GetString()!))
            yield return $"{at}: '{value}' does not match {pattern}";
        if (rule.TryGetProperty("minimum", out JsonElement minimum) && value.ValueKind == JsonValueKind.Number && value.GetInt64() < minimum.GetInt64())
            yield return $"{at}: {value} is under {minimum}";
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonElement name in rule.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray() : default)
            {
                if (!value.TryGetProperty(name.GetString()!, out _))
                    yield return $"{at}: lacks {name}";
            }
            foreach (JsonProperty property in value.EnumerateObject())
            {
                if (!rule.TryGetProperty("properties", out JsonElement known))
                    break;
                if (!known.TryGetProperty(property.Name, out JsonElement inner))
                {
                    yield return $"{at}: {property.Name} is not in the schema";
                }
                else
                {
                    foreach (string broken in Breaks(property.Value, inner, $"{at}.{property.Name}"))
                        yield return broken;
                }
            }
        }
        if (value.ValueKind == JsonValueKind.Array && rule.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                foreach (string broken in Breaks(item, items, $"{at}[{i}]"))
                    yield return broken;
                i++;
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" or "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
