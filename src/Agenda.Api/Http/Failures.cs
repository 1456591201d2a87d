using System.Data.Common;
using System.Text.Json;
using Agenda.Api.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Agenda.Api.Http;

/// <summary>What goes wrong outside of a handler: unreadable input is a 4xx that says where, anything else a 500 without detail, logged once.</summary>
internal sealed class Failures(PublicAddress address, ILogger<Failures> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // SQL Server's driver calls a cancelled command a database error.
        if (exception is OperationCanceledException or DbException && httpContext.RequestAborted.IsCancellationRequested)
            return true;

        // The check of forms reads them, and wraps what it meets there.
        var cause = exception is AntiforgeryValidationException { InnerException: { } inner } ? inner : exception;
        var problem = cause switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is larger than this operation takes."),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
                Problems.Of(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the body as application/json."),
            BadHttpRequestException { InnerException: JsonException json } => Problems.Of(StatusCodes.Status400BadRequest, "malformed-json", Explain(json)),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "malformed-request", bad.Message),
            InvalidDataException or IOException when cause != exception => Problems.Of(StatusCodes.Status400BadRequest, "malformed-request", "The form cannot be read."),
            _ => null,
        };
        if (problem is null)
        {
            logger.LogError(exception, "{Method} {Route} failed.", httpContext.Request.Method, RouteOf(httpContext));
            problem = Problems.Of(StatusCodes.Status500InternalServerError, "internal-error", "The service failed. It was logged; nothing was saved.");
        }

        SecurityHeaders.Set(httpContext, address);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    // Not the address itself: it may hold a secret, such as that of a password link.
    private static string? RouteOf(HttpContext http) => (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;

    /// <summary>A problem for statuses that come without a body, such as 404 for an unknown address and 405.</summary>
    public static Task DescribeBareStatusAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        var (code, detail) = status switch
        {
            StatusCodes.Status400BadRequest => ("malformed-request", "A value in the address is of another kind than this operation takes."),
            StatusCodes.Status404NotFound => ("unknown-address", "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", $"This address does not take {context.HttpContext.Request.Method}."),
            StatusCodes.Status415UnsupportedMediaType => ("unsupported-media-type", "Send the body in a media type that this operation takes."),
            _ => ("refused", "The request was refused."),
        };
        return Problems.Of(status, code, detail).ExecuteAsync(context.HttpContext);
    }

    // System.Text.Json's own sentences name .NET types; the path and the place are what helps.
    private static string Explain(JsonException json)
    {
        var reason = json.Message.StartsWith("The JSON property", StringComparison.Ordinal) ? "has a field that is not known"
            : json.Message.Contains("missing required", StringComparison.Ordinal) ? $"lacks {json.Message[(json.Message.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}"
            : json.Message.StartsWith("Expected ", StringComparison.Ordinal) ? json.Message.Split(" Path:")[0]
            : "cannot be read as what is expected there";
        return $"The JSON at {json.Path ?? "$"} (line {json.LineNumber + 1}): {reason.TrimEnd('.')}.";
    }
}
