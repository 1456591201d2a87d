using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Http;

/// <summary>The version of a thing that the caller has seen, from <c>If-Match</c>: nobody's work is overwritten unseen.</summary>
internal sealed class IfMatch : IBindableFromHttpContext<IfMatch>, IEndpointParameterMetadataProvider
{
    private readonly IList<EntityTagHeaderValue>? tags;

    private IfMatch(IList<EntityTagHeaderValue>? tags) => this.tags = tags;

    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<IfMatch?>(new IfMatch(context.Request.GetTypedHeaders().IfMatch is { Count: > 0 } tags ? tags : null));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new NeedsIfMatch());

    /// <summary>Null when the caller has seen this version; otherwise 428 without the header, or 412 with the present state.</summary>
    public ProblemHttpResult? Refuses<T>(int version, Func<T> current)
    {
        if (tags is null)
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "if-match-needed", "Send If-Match with the ETag of what you have seen, so that nobody's work is overwritten.");

        var tag = Tagged.TagOf(version);
        if (tags.Any(seen => seen.Equals(EntityTagHeaderValue.Any) || (!seen.IsWeak && seen.Tag == tag)))
            return null;

        return Problems.Of(
            StatusCodes.Status412PreconditionFailed, "stale", "This was changed since you read it. The present state is in \"current\".", ("current", current()), ("etag", tag));
    }

    /// <summary>Marks operations for the contract: they need the header and can answer 412 and 428.</summary>
    public sealed class NeedsIfMatch;

    /// <summary>Marks operations for the contract that take the versions of several things in the body instead.</summary>
    public sealed class NeedsVersions;
}
