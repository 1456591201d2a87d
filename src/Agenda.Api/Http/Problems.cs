using Agenda.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Http;

/// <summary>Every error answer: problem details (RFC 9457) with a stable <c>code</c> for programs.</summary>
internal static class Problems
{
    /// <summary>404: there is no such thing, or not for this caller.</summary>
    public static ProblemHttpResult Missing(string what, object id) =>
        Of(StatusCodes.Status404NotFound, $"unknown-{what.Replace(' ', '-')}", $"There is no {what} \"{id}\".");

    /// <summary>409: a rule of the domain says no.</summary>
    public static ProblemHttpResult Refused(Refusal refusal) => Of(StatusCodes.Status409Conflict, refusal.Code, refusal.Reason);

    /// <summary>400: one value cannot be used; <paramref name="field"/> is its name in the JSON or the query.</summary>
    public static ProblemHttpResult Invalid(string field, string reason, string code = "invalid-input") =>
        Invalid(new Dictionary<string, string[]> { [field] = [reason] }, code);

    /// <summary>400: values that cannot be used, each under its name in the JSON or the query.</summary>
    public static ProblemHttpResult Invalid(IDictionary<string, string[]> errors, string code = "invalid-input") =>
        Of(StatusCodes.Status400BadRequest, code, string.Join(" ", errors.SelectMany(e => e.Value.Select(reason => $"{e.Key}: {reason}")).Take(10)), ("errors", errors));

    /// <summary>400: a filter names something that the release does not have.</summary>
    public static ProblemHttpResult UnknownValue(string parameter, string value) =>
        Of(StatusCodes.Status400BadRequest, "unknown-filter-value", $"This agenda has no {parameter} \"{value}\".", ("parameter", parameter), ("value", value));

    public static ProblemHttpResult Of(int status, string code, string detail, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        foreach (var (name, value) in more)
            extensions[name] = value;
        return TypedResults.Problem(detail, statusCode: status, extensions: extensions);
    }
}
