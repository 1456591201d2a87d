using System.Text.Json;
using Agenda.Domain;
using Agenda.Domain.Resources;
using Agenda.Domain.Sessions;

namespace Agenda.Infrastructure.Audit;

/// <summary>How the trace tells of one kind of thing, and which of its properties: what is not named here is not told.</summary>
internal sealed class AuditedThing
{
    private readonly List<AuditedField> fields = [];
    private readonly List<string> leftOut = [];

    private AuditedThing(Type type, string kind, Func<object, AuditNote, AuditNote> name) => (Type, Kind, Name) = (type, kind, name);

    public Type Type { get; }

    public string Kind { get; }

    /// <summary>Completes a note with whose and which thing it is.</summary>
    public Func<object, AuditNote, AuditNote> Name { get; }

    public IReadOnlyList<AuditedField> Fields => fields;

    /// <summary>The properties that are not told: ids that stand in the entry, bookkeeping, secrets.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    public static AuditedThing Of<T>(string kind, Func<T, ConferenceId?> conference, Func<T, Guid?> subject, Func<T, object?> label) => new(
        typeof(T),
        kind,
        (thing, note) => note with { Conference = conference((T)thing), Subject = subject((T)thing), Label = label((T)thing), Session = SessionOf((T)thing) });

    private static SessionId? SessionOf<T>(T thing) => thing switch
    {
        Session session => session.Id,
        SessionFile file => file.SessionId,
        SessionLink link => link.SessionId,
        _ => null,
    };

    /// <summary>Tells properties that the API calls the same.</summary>
    public AuditedThing Tell(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
            fields.Add(new(property, JsonNamingPolicy.CamelCase.ConvertName(property)));
        return this;
    }

    /// <summary>Tells a property that the API calls otherwise.</summary>
    public AuditedThing TellAs(string property, string field)
    {
        fields.Add(new(property, field));
        return this;
    }

    /// <summary>Tells that a secret was set, replaced or taken away, and nothing of it.</summary>
    public AuditedThing TellThatSet(string property, string field)
    {
        fields.Add(new(property, field) { IsSecret = true });
        return this;
    }

    public AuditedThing LeaveOut(params ReadOnlySpan<string> properties)
    {
        leftOut.AddRange(properties);
        return this;
    }
}

/// <summary>A property that the trace tells, and what it calls it.</summary>
internal sealed record AuditedField(string Property, string Name)
{
    /// <summary>What stands for a secret.</summary>
    private const string Hidden = "(secret)";

    public bool IsSecret { get; init; }

    public AuditChange? Change(object? before, object? after) => AuditChange.Of(Name, before, after) switch
    {
        { } change when IsSecret => new(Name, change.Before is null ? null : Hidden, change.After is null ? null : Hidden),
        var change => change,
    };
}
