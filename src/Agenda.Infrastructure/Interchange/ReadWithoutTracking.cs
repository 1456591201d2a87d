using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Takes up again what was read without tracking, to change and save it.</summary>
internal static class ReadWithoutTracking
{
    // EF's name for the place of an item in a list that is kept as JSON, from 1: all that tells links apart, and lost when they are not tracked.
    private const string PlaceInList = "__synthesizedOrdinal";

    public static void Resume(this AgendaDbContext db, object thing)
    {
        var entry = db.Entry(thing);
        foreach (var list in entry.Collections.Where(c => c.Metadata.TargetEntityType.IsMappedToJson() && c.CurrentValue is not null))
        {
            var place = 0;
            foreach (var item in list.CurrentValue!)
                list.FindEntry(item)!.Property(PlaceInList).CurrentValue = ++place;
        }

        db.Attach(thing);
    }
}
