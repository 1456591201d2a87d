using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>What was answered while many edited one programme at once: every write that was acknowledged, and how often everything else.</summary>
internal sealed class Acknowledged
{
    private static readonly HttpStatusCode[] Expected = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed, HttpStatusCode.PreconditionRequired];

    private readonly ConcurrentDictionary<(Guid Session, int Version), Write> writes = new();
    private readonly ConcurrentDictionary<string, int> answers = new();
    private readonly ConcurrentBag<string> unexpected = [];

    /// <summary>Numbers of the releases that were acknowledged.</summary>
    public ConcurrentBag<int> Releases { get; } = [];

    /// <summary>What should not have been answered.</summary>
    public IReadOnlyCollection<string> Unexpected => unexpected;

    /// <summary>Such as <c>moves OK</c>, with how often.</summary>
    public IReadOnlyDictionary<string, int> Answers => answers;

    public void Answer(string what, Answer answer)
    {
        answers.AddOrUpdate($"{what} {answer.Code ?? answer.Status.ToString()}", 1, (_, count) => count + 1);
        if (!Expected.Contains(answer.Status))
            unexpected.Add($"{what}: {(int)answer.Status} {answer.Text}");
    }

    /// <summary>A write that made this version of the session; null stays as it was.</summary>
    public void Add(Guid session, int version, string? title, string? place)
    {
        if (!writes.TryAdd((session, version), new Write(title, place)))
            unexpected.Add($"Version {version} of {session} was acknowledged twice.");
    }

    /// <summary>All that the session was, by version, as far as was acknowledged: its title and where and when it is.</summary>
    public IReadOnlyDictionary<int, string> Of(Guid session)
    {
        var states = new Dictionary<int, string>();
        var (title, place) = ("", "");
        foreach (var (key, write) in writes.Where(w => w.Key.Session == session).OrderBy(w => w.Key.Version))
        {
            (title, place) = (write.Title ?? title, write.Place ?? place);
            states[key.Version] = $"{title}, {place}";
        }

        return states;
    }

    public static string PlaceOf(JsonElement placement) => placement.ValueKind == JsonValueKind.Null
        ? "nowhere" : $"{placement.GetProperty("room").GetString()} {placement.GetProperty("start").GetString()} {placement.GetProperty("minutes").GetInt32()}";

    /// <summary>A session as it is entered.</summary>
    public static string StateOf(JsonElement session) => $"{session.GetProperty("title").GetString()}, {PlaceOf(session.GetProperty("placement"))}";

    /// <summary>A session as it was published.</summary>
    public static string PublishedStateOf(JsonElement session)
    {
        if (session.GetProperty("start").GetString() is not { } start)
            return $"{session.GetProperty("title").GetString()}, nowhere";

        var minutes = Period.Between(LocalDateTimePattern.ExtendedIso.Parse(start).Value, LocalDateTimePattern.ExtendedIso.Parse(session.GetProperty("end").GetString()!).Value, PeriodUnits.Minutes).Minutes;
        return $"{session.GetProperty("title").GetString()}, {session.GetProperty("room").GetProperty("slug").GetString()} {start} {minutes}";
    }

    private sealed record Write(string? Title, string? Place);
}
