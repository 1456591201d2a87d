using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Agenda.Infrastructure.Json;

namespace Agenda.Api.Http;

/// <summary>How JSON is read and written: strict in what comes in, UTF-8 as it is in what goes out.</summary>
internal static class JsonFormat
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        // Answers are application/json with nosniff, never put into a page as they are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        TimeJson.AddTo(options);
    }
}
