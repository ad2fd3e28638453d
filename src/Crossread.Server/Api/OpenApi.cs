// The API's own description (OpenAPI 3.1), at /api/v1/openapi.json.
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Crossread.Server.Api;

/// <summary>Describes the API.</summary>
internal static partial class OpenApi
{
    private static readonly string[] _shapes = ["story", "report"];

    /// <summary>Says that an operation answers with one of the shapes of the command line.</summary>
    public static RouteHandlerBuilder ProducesSchema(this RouteHandlerBuilder operation, string name) =>
        operation.Produces(200, contentType: "application/json").WithMetadata(new SchemaName(name));

    /// <summary>Says that an operation takes files.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder operation) => operation.WithMetadata(new FilesMark());

    /// <summary>Adds the description.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/openapi.json", async ([FromKeyedServices("v1")] IOpenApiDocumentProvider provider, CancellationToken cancel) => new JsonBytes(await Write(provider, cancel).ConfigureAwait(false)))
            .ExcludeFromDescription();

    /// <summary>What the generator cannot see.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Crossread",
                Version = "1",
                Description = "Everything that the workbench does. Spans are [start, end) in UTF-16 code units of a report's text; dates are EDTF. Errors are problem details (RFC 9457) with a remedy.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            foreach (string name in _shapes)
                document.Components.Schemas[Capital(name)] = new OpenApiSchema();
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<SchemaName>().FirstOrDefault() is { } shape && operation.Responses?["200"] is OpenApiResponse response)
                response.Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(shape.Name, context.Document) } };
            if (metadata.OfType<FilesMark>().Any())
            {
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["multipart/form-data"] = new()
                        {
                            Schema = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Object,
                                Properties = new Dictionary<string, IOpenApiSchema>
                                {
                                    ["files"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                                },
                            },
                        },
                    },
                };
            }
            return Task.CompletedTask;
        });
    }

    /// <summary>The description with the shapes of the command line in it, whose definitions become components.</summary>
    public static async Task<byte[]> Write(IOpenApiDocumentProvider provider, CancellationToken cancel)
    {
        OpenApiDocument document = await provider.GetOpenApiDocumentAsync(cancel).ConfigureAwait(false);
        JsonNode written = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel).ConfigureAwait(false))!;
        JsonObject schemas = written["components"]!["schemas"]!.AsObject();
        foreach (string name in _shapes)
        {
            JsonObject shape = Shape(name);
            if (shape["$defs"] is JsonObject parts)
            {
                foreach ((string part, JsonNode? schema) in parts)
                    schemas[name + Capital(part)] = schema!.DeepClone();
                shape.Remove("$defs");
            }
            shape.Remove("$schema");
            schemas[Capital(name)] = shape;
        }
        return Encoding.UTF8.GetBytes(written.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    // Inside the description a definition of a shape is a component of its own, named after the shape.
    private static JsonObject Shape(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Schemas." + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        string text = Definition().Replace(reader.ReadToEnd(), m => "\"#/components/schemas/" + name + Capital(m.Groups["part"].Value) + "\"");
        return JsonNode.Parse(text)!.AsObject();
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex("\"#/\\$defs/(?<part>\\w+)\"")]
    private static partial Regex Definition();

    private sealed record SchemaName(string Name);

    private sealed record FilesMark;
}
