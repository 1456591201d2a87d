using System.Reflection;
using System.Text.RegularExpressions;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>Completes each operation of the contract from its metadata: name, path parameters, security, headers and every error that it can answer.</summary>
internal static partial class OperationDescriptions
{
    private static readonly Dictionary<string, string> PathParameters = new(StringComparer.Ordinal)
    {
        ["slug"] = "The slug of the conference.",
        ["code"] = "The code of a session, such as `MC-C`.",
        ["number"] = "The number of a release.",
        ["token"] = "The secret part of a private feed's address.",
    };

    public static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= OperationName.Of(metadata);
        DescribeParameters(operation, context.Description, metadata.OfType<MethodInfo>().FirstOrDefault());
        operation.Responses ??= [];

        var takesBody = operation.RequestBody is not null;
        var isRead = context.Description.HttpMethod == HttpMethods.Get;
        if (operation.Parameters is { Count: > 0 } || takesBody)
            Problem(operation, context, 400, "The request cannot be used; `errors` names each field, or the detail says where the JSON ends to make sense.");
        DescribeCallers(operation, context, metadata);
        Problem(operation, context, 429, "Too much at once: `Retry-After` says in how many seconds to try again.");
        if (context.Description.RelativePath!.Contains('{', StringComparison.Ordinal))
            Problem(operation, context, 404, "There is no such thing.");
        if (operation.Parameters!.Any(p => p.Name is "release" or "since"))
            Problem(operation, context, 410, "The release is not kept any more.");
        if (!isRead)
            Problem(operation, context, 409, "A rule refuses it; `code` says which.");
        if (metadata.OfType<IfMatch.NeedsIfMatch>().Any())
            DescribeIfMatch(operation, context);
        if (metadata.OfType<IfMatch.NeedsVersions>().Any())
            DescribeVersions(operation, context);
        if (takesBody)
        {
            Problem(operation, context, 413, $"The body has more than {metadata.OfType<IRequestSizeLimitMetadata>().Last().MaxRequestBodySize / 1024} KiB.");
            Problem(operation, context, 415, "The body is not of a media type that this operation takes.");
        }

        if (context.Description.RelativePath!.EndsWith("/restoration", StringComparison.Ordinal))
            Problem(operation, context, 410, "The release is not kept any more.");
        if (metadata.OfType<Tagged.AnswersWithETag>().Any())
            DescribeTag(operation);
        if (metadata.OfType<CalendarByAccept>().Any())
            DescribeCalendar(operation);
        if (metadata.OfType<AnswersConditionally>().Any())
            DescribeConditions(operation);
        return Task.CompletedTask;
    }

    private static void DescribeCallers(OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata)
    {
        var ways = new[] { ContractDocument.BearerScheme, ContractDocument.CookieScheme }.ToDictionary(
            scheme => scheme, scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] });
        operation.Security = metadata.OfType<TellsOrganisersMore>().Any() ? [new OpenApiSecurityRequirement(), .. ways.Values] : [];
        if (metadata.OfType<TakesEditToken>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ContractDocument.EditTokenScheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description} For: whoever has the edit token.".TrimStart();
            Problem(operation, context, 401, "No edit token was sent, or it is not known: it was replaced, or the agenda was removed or has expired.");
            return;
        }

        var needs = metadata.OfType<Needs>().ToList();
        if (needs.Count == 0)
            return;

        var inBrowserOnly = needs.Any(n => n.Kind == CallerKind.SignedIn);
        operation.Security = inBrowserOnly ? [ways[ContractDocument.CookieScheme]] : [.. ways.Values];
        operation.Description = $"{operation.Description} For: {string.Join(", and ", needs.Select(n => n.ForPeople))}.".TrimStart();
        Problem(operation, context, 401, "Nobody is signed in and no token was sent, or it is not known, has expired, or its account is disabled.");
        Problem(operation, context, 403, "The caller may not do that; `code` says why.");
    }

    private static void DescribeParameters(OpenApiOperation operation, ApiDescription description, MethodInfo? handler)
    {
        operation.Parameters ??= [];
        foreach (var name in Placeholders().Matches(description.RelativePath!).Select(match => match.Groups[1].Value))
        {
            if (operation.Parameters.All(p => p.Name != name))
                operation.Parameters.Insert(0, new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Path)
                parameter.Description ??= PathParameters.GetValueOrDefault(parameter.Name!) ?? "An id.";
            else
                ConstrainQuery(parameter, handler);
        }
    }

    private static void ConstrainQuery(OpenApiParameter parameter, MethodInfo? handler)
    {
        parameter.Required = false;
        foreach (var record in handler?.GetParameters().Select(p => p.ParameterType) ?? [])
        {
            if (InputRules.Of(record) is { } rules && parameter.Schema is OpenApiSchema schema)
                InputRuleSchemas.Constrain(schema, rules, parameter.Name!);
        }
    }

    private static void DescribeIfMatch(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Required = true,
            Description = "The ETag of what you have seen.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = "\"3\"",
        });
        Problem(operation, context, 412, "It was changed since; `current` has the present state and `etag` its tag.");
        Problem(operation, context, 428, "If-Match is missing.");
    }

    private static void DescribeVersions(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        Problem(operation, context, 412, "One of them was changed since; `current` has the present state of those.");
        Problem(operation, context, 428, "The version of one of them is missing.");
    }

    private static void DescribeTag(OpenApiOperation operation)
    {
        foreach (var (_, response) in operation.Responses!.Where(r => r.Key is "200" or "201"))
            AddHeader(response, "ETag", "The version, for If-Match.");
    }

    private static void DescribeCalendar(OpenApiOperation operation)
    {
        if (operation.Responses!["200"] is not OpenApiResponse ok)
            return;

        ok.Content![ReadFeed.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        AddHeader(ok, "Vary", "`Accept` chooses between the media types.");
    }

    private static void DescribeConditions(OpenApiOperation operation)
    {
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "The ETag of the answer that you have.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        if (operation.Responses!.TryGetValue("200", out var ok))
        {
            AddHeader(ok, "ETag", "Strong: the same for the same bytes.");
            AddHeader(ok, "Last-Modified", "When the release came out, or somebody was erased from it since.");
        }

        operation.Responses["304"] = new OpenApiResponse { Description = "You have it." };
    }

    private static void AddHeader(IOpenApiResponse response, string name, string description)
    {
        if (response is OpenApiResponse answer)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }

    private static void Problem(OpenApiOperation operation, OpenApiOperationTransformerContext context, int status, string description) =>
        operation.Responses![$"{status}"] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            },
        };

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholders();
}
