using System.Globalization;
using System.Text.RegularExpressions;
using Agenda.Domain;
using Agenda.Domain.Conferences;

namespace Agenda.Infrastructure.Interchange;

/// <summary>The rooms of a file. A room is known by its name: files give two rooms one GUID, and most give none.</summary>
internal sealed class FileRooms
{
    private readonly CleanText clean;
    private readonly ImportNotes notes;
    private readonly Dictionary<string, ScheduleRoom> byName = new(StringComparer.Ordinal), byGuid = new(StringComparer.OrdinalIgnoreCase);

    public FileRooms(SaidSchedule schedule, CleanText clean, ImportNotes notes)
    {
        (this.clean, this.notes) = (clean, notes);
        foreach (var said in schedule.Rooms.Where(r => !r.Column))
            Describe(said);
    }

    /// <summary>In the order of the file: described ones first.</summary>
    public IReadOnlyList<ScheduleRoom> All => [.. byName.Values];

    /// <summary>The room of an event, or null.</summary>
    public ScheduleRoom? Of(SaidEvent said)
    {
        if (said.Room.Text?.Trim() == ScheduleFormats.NoRoom)
            return null;
        if (clean.Line(said.Room, "room", Limits.Name) is not { } name)
            return said.RoomGuid.IsBlank ? null : byGuid.GetValueOrDefault(said.RoomGuid.Text!.Trim());
        if (!byName.TryGetValue(name, out var room) && !byGuid.TryGetValue(name, out room))
            byName[name] = room = new ScheduleRoom(name, null, false);
        return room;
    }

    /// <summary>Reports the columns of the days in which no event stands.</summary>
    public void ReportEmptyColumns(SaidSchedule schedule)
    {
        foreach (var column in schedule.Rooms.Where(r => r.Column && !r.Name.IsBlank && r.Name.Text!.Trim() != ScheduleFormats.NoRoom).DistinctBy(r => CleanText.OneLine(r.Name.Text!)))
        {
            if (clean.Line(column.Name, "room", Limits.Name) is { } name && !byName.ContainsKey(name))
                notes.LeaveOut(column.Name.Where, $"room \"{name}\"", "There is no session in it.");
        }
    }

    private void Describe(SaidRoom said)
    {
        if (clean.Line(said.Name, "room", Limits.Name) is not { } name)
            return;
        if (byName.ContainsKey(name))
        {
            notes.LeaveOut(said.Name.Where, $"room \"{name}\"", "There is already a room of that name.");
            return;
        }

        var room = byName[name] = new ScheduleRoom(name, Capacity(said), said.Virtual)
        {
            Slug = said.Slug.Text is { } slug && Domain.Text.Slug.IsValid(slug) ? slug : null,
            Building = clean.Line(said.Building, "building", Limits.Name),
            Address = clean.Line(said.Address, "address", Limits.Address),
            Parts = said.Parts,
            Where = said.Name.Where,
        };
        if (said.Guid.IsBlank || byGuid.TryAdd(said.Guid.Text!.Trim(), room))
            return;
        notes.Mend(said.Guid.Where, $"GUID of room \"{name}\"", $"Room \"{byGuid[said.Guid.Text.Trim()].Name}\" has the same; told apart by their names.");
    }

    private int? Capacity(SaidRoom said)
    {
        if (said.Capacity.IsBlank)
            return null;
        if (double.TryParse(said.Capacity.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seats) && seats is >= 0 and <= Limits.Capacity)
            return (int)seats;

        notes.LeaveOut(said.Capacity.Where, $"capacity \"{said.Capacity.Text}\"", "It is no number of seats.");
        return null;
    }
}

/// <summary>The tracks of a file, which events name by name, slug or GUID.</summary>
internal sealed partial class FileTracks
{
    private readonly CleanText clean;
    private readonly ImportNotes notes;
    private readonly Dictionary<string, ScheduleTrack> byName = new(StringComparer.Ordinal), byReference = new(StringComparer.OrdinalIgnoreCase);

    public FileTracks(SaidSchedule schedule, CleanText clean, ImportNotes notes)
    {
        (this.clean, this.notes) = (clean, notes);
        foreach (var said in schedule.Tracks)
            Describe(said);
    }

    public IReadOnlyList<ScheduleTrack> All => [.. byName.Values];

    public ScheduleTrack? Of(SaidEvent said)
    {
        if (clean.Line(said.Track, "track", Limits.Name) is not { } name)
            return null;
        if (!byName.TryGetValue(name, out var track) && !byReference.TryGetValue(name, out track))
            byName[name] = track = new ScheduleTrack(name, null, null);
        return track;
    }

    private void Describe(SaidTrack said)
    {
        if (clean.Line(said.Name, "track", Limits.Name) is not { } name || byName.ContainsKey(name))
            return;

        var slug = said.Slug.Text?.Trim();
        var track = byName[name] = new ScheduleTrack(name, slug is not null && Domain.Text.Slug.IsValid(slug) ? slug : null, ColourOf(said));
        foreach (var reference in (string?[])[slug, said.Guid.Text?.Trim()])
        {
            if (!string.IsNullOrEmpty(reference))
                byReference.TryAdd(reference, track);
        }
    }

    private string? ColourOf(SaidTrack said)
    {
        if (said.Colour.IsBlank)
            return null;

        var colour = said.Colour.Text!.Trim();
        if (Colour.IsValid(colour))
            return colour;
        if (ShortColour().IsMatch(colour))
            return string.Concat("#", string.Concat(colour[1..].Select(digit => $"{digit}{digit}")));

        notes.LeaveOut(said.Colour.Where, $"colour \"{colour}\"", "It is no colour such as #3a7bd5.");
        return null;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortColour();
}
