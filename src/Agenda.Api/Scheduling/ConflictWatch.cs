using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Scheduling;

namespace Agenda.Api.Scheduling;

/// <summary>
/// Tells what an edit did to the conflicts of the programme: the timetable is read before it is saved and again afterwards. An edit of single
/// sessions is told theirs only, so that what others save between the two readings is not put down to it.
/// </summary>
internal sealed class ConflictWatch(AgendaDbContext db, EditedConference conference, PublishedAgendas agendas)
{
    private Timetable? before;

    /// <summary>The timetable as it is now, with what is known of changed zone rules; of the conference as it was when the operation began unless another is said.</summary>
    public async Task<Timetable> ReadAsync(CancellationToken cancellation, Conference? of = null)
    {
        of ??= conference.Conference;
        var published = await agendas.NewestAsync(of.Slug, cancellation);
        return await TimetableReader.ReadAsync(db, of, ZoneRuleEvidence.StartsOf(published?.Document), cancellation);
    }

    /// <summary>As much of the timetable as matters to the conflicts of some sessions, where they are and in some other rooms.</summary>
    public async Task<Timetable> ReadNearbyAsync(IReadOnlyCollection<SessionId> sessions, Predicate<Room> goesInto, CancellationToken cancellation)
    {
        if (sessions.Count > NearbyTimetable.Most)
            return await ReadAsync(cancellation);

        var published = await agendas.NewestAsync(conference.Slug, cancellation);
        return await NearbyTimetable.ReadAsync(db, conference.Conference, sessions, goesInto, ZoneRuleEvidence.StartsOf(published?.Document), cancellation);
    }

    /// <summary>To be called before an edit of some sessions is saved.</summary>
    public async Task BeginAsync(IReadOnlyCollection<SessionId> sessions, CancellationToken cancellation) => before = await ReadNearbyAsync(sessions, _ => false, cancellation);

    /// <summary>What has changed for these sessions since <see cref="BeginAsync"/>.</summary>
    public async Task<ConflictChanges> EndAsync(IReadOnlyCollection<SessionId> sessions, CancellationToken cancellation)
    {
        var after = await ReadNearbyAsync(sessions, _ => false, cancellation);
        return await ChangesAsync(ConflictCheck.Of(Before, sessions), ConflictCheck.Of(after, sessions), cancellation);
    }

    /// <summary>What came with a session that was not there before.</summary>
    public async Task<ConflictChanges> AddedAsync(Session session, CancellationToken cancellation)
    {
        var now = await ReadNearbyAsync([session.Id], _ => false, cancellation);
        return await ChangesAsync(new ConflictList([], true), ConflictCheck.Of(now, [.. now.Sessions.Where(s => s.Code == session.Code).Select(s => s.Id)]), cancellation);
    }

    /// <summary>Saves, and tells what that did to the whole programme where it is of a kind that can do anything.</summary>
    public async Task<ConflictChanges> AroundAsync(bool matters, Func<Task> save, CancellationToken cancellation, Conference? of = null)
    {
        if (!matters)
        {
            await save();
            return ConflictChanges.None;
        }

        var was = ConflictCheck.All(await ReadAsync(cancellation));
        await save();
        return await ChangesAsync(was, ConflictCheck.All(await ReadAsync(cancellation, of)), cancellation);
    }

    /// <summary>What would change, by this reading of the programme, if some sessions were elsewhere or nowhere.</summary>
    public Task<ConflictChanges> ChangesAsync(Timetable timetable, IReadOnlyDictionary<SessionId, Placement?> moves, CancellationToken cancellation)
    {
        var moved = moves.Keys.ToList();
        return ChangesAsync(ConflictCheck.Of(timetable, moved), ConflictCheck.Of(timetable.With(moves), moved), cancellation);
    }

    /// <summary>What differs between two checks, as the caller may see it.</summary>
    public async Task<ConflictChanges> ChangesAsync(ConflictList was, ConflictList now, CancellationToken cancellation)
    {
        var (caused, solved) = (now.Except(was), was.Except(now));
        if (caused.Count + solved.Count == 0)
            return ConflictChanges.None with { Complete = was.IsComplete && now.IsComplete };

        var telling = await ConflictTelling.OfAsync(db, conference, caused.Concat(solved), cancellation);
        var (told, also) = (telling.Tell(caused, conference), telling.Tell(solved, conference));
        return new([.. told.Take(ConflictChanges.Most)], [.. also.Take(ConflictChanges.Most)], was.IsComplete && now.IsComplete && Math.Max(told.Count, also.Count) <= ConflictChanges.Most);
    }

    private Timetable Before => before ?? throw new InvalidOperationException("The timetable was not read before the edit.");
}
