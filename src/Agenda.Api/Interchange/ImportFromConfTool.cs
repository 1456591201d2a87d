using Agenda.Api.Http;
using Agenda.Domain;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Interchange;

/// <summary>What is to be fetched from a ConfTool site.</summary>
public sealed record ConfToolImportRequest
{
    /// <summary>The address of the conference's ConfTool site, such as <c>https://www.conftool.net/icsei2024/</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The passphrase of its REST interface. It is used for this request and kept nowhere.</summary>
    public required string Passphrase { get; init; }

    /// <summary><c>sessions</c> with their presentations (unless said), <c>papers</c> with the sessions that they are in, or <c>people</c>.</summary>
    public string Export { get; init; } = ConfToolExports.Sessions;

    /// <summary>Without the passphrase, wherever it may be written.</summary>
    public override string ToString() => $"{Export} of {Address}";

    internal sealed class Rules : AbstractValidator<ConfToolImportRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Address).Line(Limits.Url);
            RuleFor(r => r.Passphrase).Line(Limits.Name);
            RuleFor(r => r.Export).Must(ConfToolExports.All.Contains).WithMessage($"must be one of {string.Join(", ", ConfToolExports.All)}.");
        }
    }
}

/// <summary>Imports what a ConfTool site exports, fetched from there.</summary>
internal static class ImportFromConfTool
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/imports/conftool", HandleAsync)
        .WithSummary("Import from a ConfTool site")
        .WithDescription(
            "Fetches an export by the site's REST interface, once a second at most, and imports it as if it were sent as a file; `format` is not needed. Addresses in the service's own network are refused unless its operator "
            + "allows the host. What ConfTool says instead of an export is told in `conftool-refused`.");

    private static async Task<Results<Ok<ImportResponse>, ImportEvents, ProblemHttpResult>> HandleAsync(
        [AsParameters] ImportQuery query, ConfToolImportRequest request, EditedConference conference, HttpContext http, ConfToolSite site, ImportIntoConference import, CancellationToken cancellation)
    {
        if (site.AddressOf(request.Address) is not { } address)
            return Problems.Invalid("address", ConfToolRefusals.NoAddress().Reason, ConfToolRefusals.NoAddress().Code);
        if (ConfToolRefusals.OfQuery(query, request.Export) is { } refused)
            return refused;

        return await import.RunAsync(
            query, conference, http,
            async stop =>
            {
                var (file, refusal) = await site.FetchAsync(address, request.Passphrase, request.Export, stop);
                return (file, refusal);
            },
            cancellation);
    }
}
