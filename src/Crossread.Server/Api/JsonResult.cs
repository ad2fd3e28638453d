// JSON answers with an ETag.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

using Microsoft.AspNetCore.Http;

namespace Crossread.Server.Api;

/// <summary>A value as JSON: names in camel case, enumerations as lower-case words.</summary>
internal sealed class JsonResult<T>(T value, int status = StatusCodes.Status200OK) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return Tagged.Write(httpContext, JsonSerializer.SerializeToUtf8Bytes(value, JsonShape.Options), "application/json; charset=utf-8");
    }
}

/// <summary>Bytes that are JSON already.</summary>
internal sealed class JsonBytes(byte[] json) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => Tagged.Write(httpContext, json, "application/json; charset=utf-8");
}

/// <summary>How values become JSON.</summary>
internal static class JsonShape
{
    /// <summary>The one set of options.</summary>
    public static JsonSerializerOptions Options { get; } = Set(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Makes options like the one set.</summary>
    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 16;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
