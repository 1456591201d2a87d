using System.Reflection;
using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Http;

/// <summary>
/// The names of the operations: slices are named for what they do, so their names serve in the contract, in the clients that are generated from it
/// and in the trace. As middleware it tells the trace which operation is under way; what only reads costs nothing.
/// </summary>
internal sealed class OperationName(RequestDelegate next)
{
    /// <summary>The name of the operation that has this metadata; null for what is no operation.</summary>
    public static string? Of(IEnumerable<object> metadata) =>
        metadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType is { } slice ? char.ToLowerInvariant(slice.Name[0]) + slice.Name[1..] : null;

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && context.GetEndpoint() is { } endpoint && Of(endpoint.Metadata) is { } name)
            context.RequestServices.GetRequiredService<AuditTrail>().Operation = name;
        return next(context);
    }
}
