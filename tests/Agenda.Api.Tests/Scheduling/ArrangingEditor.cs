using System.Globalization;
using System.Net;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>
/// Somebody who edits at random: single sessions, each in a room of its own, and pairs that are always moved together, each into the room of the
/// other. Nothing that they do breaks a rule, and each edit makes a state that never was before.
/// </summary>
internal sealed class ArrangingEditor(HttpClient client, string conference, IReadOnlyList<Guid> singles, IReadOnlyList<(Guid One, Guid Other)> pairs, Acknowledged acknowledged, int seed)
{
    private static int unique;

    private readonly Random random = new(seed);

    public Task ActAsync() => random.Next(10) switch
    {
        0 or 1 => PlaceAsync(random.Next(singles.Count)),
        2 => UnplaceAsync(singles[random.Next(singles.Count)]),
        3 or 4 => EditAsync(random.Next(singles.Count)),
        5 or 6 => MoveAsync(random.Next(pairs.Count)),
        7 => UndoAsync(),
        8 => TryAsync(random.Next(pairs.Count)),
        _ => ReadAsync("conflicts", $"{conference}/conflicts"),
    };

    private async Task PlaceAsync(int single)
    {
        var session = await ReadAsync("session", $"{conference}/sessions/{singles[single]}");
        var place = (Room: $"single-{single}", Start: "2024-01-08T09:00:00", Minutes: Unique());
        var answer = await client.Put($"{conference}/sessions/{session.Id}/placement", random.Next(10) == 0 ? null : session.Tag, new { room = place.Room, start = place.Start, minutes = place.Minutes });
        acknowledged.Answer("place", answer);
        if (answer.Status == HttpStatusCode.OK)
            acknowledged.Add(session.Id, Version(answer), null, $"{place.Room} {place.Start} {place.Minutes}");
    }

    private async Task UnplaceAsync(Guid id)
    {
        var session = await ReadAsync("session", $"{conference}/sessions/{id}");
        if (session["placement"].ValueKind == System.Text.Json.JsonValueKind.Null)
            return;

        var answer = await client.Remove($"{conference}/sessions/{id}/placement", session.Tag);
        acknowledged.Answer("unplace", answer);
        if (answer.Status == HttpStatusCode.OK)
            acknowledged.Add(id, Version(answer), null, "nowhere");
    }

    private async Task EditAsync(int single)
    {
        var session = await ReadAsync("session", $"{conference}/sessions/{singles[single]}");
        var title = $"Title {Unique()}";
        var answer = await client.Put($"{conference}/sessions/{session.Id}", session.Tag, new { code = session["code"].GetString(), title, type = "MC", status = "confirmed" });
        acknowledged.Answer("edit", answer);
        if (answer.Status == HttpStatusCode.OK)
            acknowledged.Add(session.Id, Version(answer), title, null);
    }

    private async Task MoveAsync(int pair)
    {
        var answer = await client.Add($"{conference}/moves", new { moves = await MovesAsync(pair) });
        acknowledged.Answer("moves", answer);
        Took(answer);
    }

    private async Task TryAsync(int pair) => acknowledged.Answer("try", await client.Add($"{conference}/moves?dryRun=true", new { moves = await MovesAsync(pair) }));

    private async Task UndoAsync()
    {
        var answer = await client.Send(HttpMethod.Post, $"{conference}/undo");
        acknowledged.Answer("undo", answer);
        Took(answer);
    }

    private async Task<object[]> MovesAsync(int pair)
    {
        var (one, other) = (await ReadAsync("session", $"{conference}/sessions/{pairs[pair].One}"), await ReadAsync("session", $"{conference}/sessions/{pairs[pair].Other}"));
        var (minutes, turned) = (Unique(), random.Next(2));
        return
        [
            new { session = one.Id, room = $"pair-{pair}-{turned}", start = "2024-01-09T09:00:00", minutes, version = one["version"].GetInt32() },
            new { session = other.Id, room = $"pair-{pair}-{1 - turned}", start = "2024-01-09T09:00:00", minutes, version = other["version"].GetInt32() },
        ];
    }

    private void Took(Answer answer)
    {
        if (answer.Status != HttpStatusCode.OK)
            return;
        foreach (var session in answer["sessions"].EnumerateArray())
            acknowledged.Add(session.GetProperty("id").GetGuid(), session.GetProperty("version").GetInt32(), null, Acknowledged.PlaceOf(session.GetProperty("placement")));
    }

    private async Task<Answer> ReadAsync(string what, string path)
    {
        var answer = await client.Read(path);
        acknowledged.Answer(what, answer);
        return answer.ShouldBe(HttpStatusCode.OK);
    }

    // Minutes that nobody chose before; no slot is longer than seven days.
    private static int Unique() => 1 + (Interlocked.Increment(ref unique) % 5_000);

    private static int Version(Answer answer) => int.Parse(answer.Tag!.Trim('"'), CultureInfo.InvariantCulture);
}
