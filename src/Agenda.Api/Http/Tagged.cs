using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Agenda.Api.Http;

/// <summary>Answers with one resource and its version as a strong ETag.</summary>
internal static class Tagged
{
    public static TaggedOk<T> Ok<T>(int version, T value) => new(version, value);

    public static TaggedCreated<T> Created<T>(string location, int version, T value) => new(location, version, value);

    /// <summary>The version as an entity tag, quotes included.</summary>
    public static string TagOf(int version) => $"\"{version}\"";

    internal static void Describe<T>(EndpointBuilder builder, int status)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));
        builder.Metadata.Add(new AnswersWithETag());
    }

    /// <summary>Marks operations for the contract: their answer carries an ETag.</summary>
    public sealed class AnswersWithETag;
}

/// <summary>200 with an ETag.</summary>
internal sealed class TaggedOk<T>(int version, T value) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Tagged.Describe<T>(builder, StatusCodes.Status200OK);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Tagged.TagOf(version);
        return TypedResults.Ok(value).ExecuteAsync(httpContext);
    }
}

/// <summary>201 with its address and an ETag.</summary>
internal sealed class TaggedCreated<T>(string location, int version, T value) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status201Created;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Tagged.Describe<T>(builder, StatusCodes.Status201Created);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Tagged.TagOf(version);
        return TypedResults.Created(location, value).ExecuteAsync(httpContext);
    }
}
