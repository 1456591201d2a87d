using System.Diagnostics.CodeAnalysis;
using Agenda.Api.Scheduling;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Interchange;

/// <summary>What an import did, or would do, to the programme and to its conflicts.</summary>
public sealed record ImportResponse : ImportReport
{
    [SetsRequiredMembers]
    internal ImportResponse(ImportReport report, ConflictChanges conflicts)
        : base(report) => Conflicts = conflicts;

    /// <summary>What it did to the conflicts of the programme.</summary>
    public ConflictChanges Conflicts { get; }
}
