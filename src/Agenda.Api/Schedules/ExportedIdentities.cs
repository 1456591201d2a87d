using Agenda.Domain;
using Agenda.Domain.Releases;

namespace Agenda.Api.Schedules;

/// <summary>The GUIDs and numbers by which schedule files know the sessions and people of a release: those of the file that they came from, else our own.</summary>
internal sealed class ExportedIdentities
{
    private const string OfGuid = "guid:", OfNumber = "id:";

    private readonly Dictionary<SessionId, Guid> sessions;
    private readonly Dictionary<PersonId, Guid> people;
    private readonly Dictionary<Guid, int> sessionNumbers, personNumbers;

    public ExportedIdentities(PublishedAgenda agenda)
    {
        sessions = Guids(agenda.Document.Sessions.Select(s => (s.Id, s.Id.Value, s.ExternalId)));
        people = Guids(agenda.Document.People.Select(p => (p.Id, p.Id.Value, p.ExternalId)));
        sessionNumbers = ExportedNumbers.Of(agenda.Document.Sessions.Select(s => new Numbered(s.Id.Value, sessions[s.Id], Numbers(NumberOf(s.ExternalId), ExportedNumbers.NumberIn(s.Code)))));
        personNumbers = ExportedNumbers.Of(agenda.Document.People.Select(p => new Numbered(p.Id.Value, people[p.Id], Numbers(NumberOf(p.ExternalId)))));
    }

    public (Guid Guid, int Number) Of(PublishedSession session) => (sessions[session.Id], sessionNumbers[session.Id.Value]);

    public (Guid Guid, int Number) Of(PublishedPerson person) => (people[person.Id], personNumbers[person.Id.Value]);

    private static int? NumberOf(string? key) => key is not null && key.StartsWith(OfNumber, StringComparison.Ordinal) ? ExportedNumbers.NumberIn(key[OfNumber.Length..]) : null;

    private static int[] Numbers(params ReadOnlySpan<int?> said)
    {
        var numbers = new List<int>(2);
        foreach (var number in said)
        {
            if (number is { } known)
                numbers.Add(known);
        }

        return [.. numbers];
    }

    // Two of one GUID cannot be in one file: the older keeps it.
    private static Dictionary<T, Guid> Guids<T>(IEnumerable<(T Key, Guid Id, string? ExternalId)> things)
        where T : notnull
    {
        var (guids, taken) = (new Dictionary<T, Guid>(), new HashSet<Guid>());
        foreach (var (key, id, external) in things.OrderBy(t => t.Id))
        {
            var said = external is not null && external.StartsWith(OfGuid, StringComparison.Ordinal) && Guid.TryParseExact(external[OfGuid.Length..], "D", out var guid) ? guid : id;
            guids.Add(key, taken.Add(said) ? said : id);
        }

        return guids;
    }
}
