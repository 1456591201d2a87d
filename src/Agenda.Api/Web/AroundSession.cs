using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>What else there is where and when a session is.</summary>
/// <param name="Parallel">What takes place in other rooms at a time that they share, without breaks, in the order of the agenda.</param>
/// <param name="Before">What is in its room before it.</param>
/// <param name="After">What is in its room after it.</param>
public sealed record AroundSession(IReadOnlyList<PublishedSession> Parallel, PublishedSession? Before, PublishedSession? After)
{
    internal static AroundSession Of(PublishedAgenda agenda, PublishedSession session)
    {
        if (session.Times is not { } times)
            return new([], null, null);

        var (start, end) = (times.Start.ToInstant(), times.End.ToInstant());
        List<PublishedSession> parallel = [];
        PublishedSession? before = null, after = null;
        foreach (var other in agenda.Sessions)
        {
            if (other == session || other is not { Times: { } its, Cancelled: false })
                continue;

            var (from, until) = (its.Start.ToInstant(), its.End.ToInstant());
            if (session.Room is not null && other.Room == session.Room)
            {
                // What shares the room at the same time, such as posters, is neither before nor after.
                if (until <= start)
                    before = other;
                else if (from >= end)
                    after ??= other;
            }

            if (from < end && until > start && !other.Type.Break && (other.Room is null || other.Room != session.Room))
                parallel.Add(other);
        }

        return new(parallel, before, after);
    }
}
