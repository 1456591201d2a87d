using System.Globalization;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Makes of what a file says what can be imported, and notes what that took.</summary>
internal sealed class ScheduleMending
{
    private readonly SaidSchedule schedule;
    private readonly ImportNotes notes;
    private readonly CleanText clean;
    private readonly FileLinks links;
    private readonly FileRooms rooms;
    private readonly FileTracks tracks;
    private readonly FilePeople people;
    private readonly FileContributions contributions;
    private readonly FileKeys keys;

    private ScheduleMending(SaidSchedule schedule, ImportNotes notes)
    {
        (this.schedule, this.notes, clean) = (schedule, notes, new CleanText(notes, isMarkdown: schedule.IsOurs));
        links = new FileLinks(schedule, clean, notes);
        rooms = new FileRooms(schedule, clean, notes);
        tracks = new FileTracks(schedule, clean, notes);
        people = new FilePeople(clean, links, notes);
        contributions = new FileContributions(clean, people, notes);
        keys = new FileKeys(notes);
    }

    public static ScheduleFile Mend(SaidSchedule schedule, ImportNotes notes) => new ScheduleMending(schedule, notes).Mend();

    private ScheduleFile Mend()
    {
        foreach (var person in schedule.People)
            people.Of(person);

        var events = schedule.Events.Select(Event).ToList();
        rooms.ReportEmptyColumns(schedule);
        var url = links.Of([new SaidLink(schedule.Url.IsBlank && !schedule.IsOurs ? schedule.BaseUrl : schedule.Url, default, "")]);
        return new ScheduleFile(
            clean.Line(schedule.Title, "title", Limits.Name) ?? clean.Line(schedule.Acronym, "acronym", Limits.Name),
            FileMoment.Parse(schedule.Start.Text)?.Date, FileMoment.Parse(schedule.End.Text)?.Date, url.Count > 0 ? url[0].Url : null,
            rooms.All, tracks.All, people.All, events);
    }

    private ScheduleEvent Event(SaidEvent said, int place)
    {
        var title = Title(said);
        var (chairs, authors) = Roles(said, title);
        return new ScheduleEvent(said)
        {
            Keys = keys.Of(said, title),
            CodeWish = CodeWish(said, place),
            Title = title,
            Abstract = Abstract(said),
            Type = clean.Line(said.Type, "type", Limits.Name),
            Track = tracks.Of(said),
            Language = clean.Language(said.Language),
            Room = rooms.Of(said),
            Chairs = chairs,
            Authors = authors,
            Contributions = contributions.Of(said),
            Links = links.Of(said.Links.Where(l => !schedule.IsOurs || l.Kind != SaidLink.Page)),
            JoinUrl = links.Of([new SaidLink(said.JoinUrl, default, "")]) is [var join] ? join.Url : null,
        };
    }

    private string Title(SaidEvent said)
    {
        if (clean.Line(said.Title, "title", Limits.Title) is { } title)
            return title;

        notes.Mend(said.Where, "no title", "A session needs a title; called \"Untitled\".");
        return "Untitled";
    }

    // Formats have no place for most of our codes, so files of ours tell them by the addresses of the pages.
    private string CodeWish(SaidEvent said, int place)
    {
        if (schedule.IsOurs && said.Links.FirstOrDefault(l => l.Kind == SaidLink.Page)?.Url.Text is { } page && Uri.TryCreate(page, UriKind.Absolute, out var address))
            return Uri.UnescapeDataString(address.Segments[^1]);
        foreach (var wish in (ReadOnlySpan<Said>)[said.Code, said.Id])
        {
            if (!wish.IsBlank)
                return wish.Text!;
        }

        return said.Guid.IsBlank ? (place + 1).ToString(CultureInfo.InvariantCulture) : CleanText.Cut(said.Guid.Text!.Trim(), 8);
    }

    // The title stays the file's own, so that both can be compared; the subtitle leads the abstract.
    private string? Abstract(SaidEvent said)
    {
        var (first, second) = (clean.Block(said.Abstract, "abstract", Limits.Text), clean.Block(said.Description, "description", Limits.Text));
        var subtitle = clean.Line(said.Subtitle, "subtitle", Limits.Title);
        var parts = new List<string>(3);
        if (subtitle is not null)
            parts.Add($"*{subtitle.Replace("*", "\\*", StringComparison.Ordinal)}*");
        if (first is not null && second?.StartsWith(first, StringComparison.Ordinal) is not true)
            parts.Add(first);
        if (second is not null)
            parts.Add(second);

        var text = string.Join("\n\n", parts);
        if (text.Length <= Limits.Text)
            return text.Length == 0 ? null : text;

        notes.Mend(said.Where, "abstract and description", string.Create(CultureInfo.InvariantCulture, $"Together they have {text.Length:N0} characters; cut to {Limits.Text:N0}."));
        return CleanText.Cut(text, Limits.Text);
    }

    private (List<SchedulePerson> Chairs, List<ScheduleAuthor> Authors) Roles(SaidEvent said, string title)
    {
        var (chairs, authors) = (new List<SchedulePerson>(), new List<ScheduleAuthor>());
        foreach (var entry in said.People)
        {
            if (people.Of(Identified(entry)) is not { } person)
                continue;

            var role = FileRoles.Of(entry, notes);
            var author = authors.FindIndex(a => a.Person == person);
            if (role == FileRole.Chair)
                AddOnce(chairs, person, entry);
            else if (author < 0 && authors.Count == Limits.AuthorsOfContribution)
                notes.LeaveOut(entry.Where, $"person \"{person.Name}\"", $"\"{title}\" has more than {Limits.AuthorsOfContribution} people.");
            else if (author < 0)
                authors.Add(new ScheduleAuthor(person, role == FileRole.Speaker));
            else
                Repeat(authors, author, role, entry);
        }

        return (chairs, authors);
    }

    // In a file of ours somebody with a number that was not made up came from another file, by that number, and the GUID is only ours.
    private SaidPerson Identified(SaidPerson said) =>
        schedule.IsOurs && int.TryParse(said.Id.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < ScheduleFormats.FirstMadeNumber ? said with { Guid = default } : said;

    private void AddOnce(List<SchedulePerson> chairs, SchedulePerson person, SaidPerson entry)
    {
        if (chairs.Contains(person) || chairs.Count == Limits.PeopleInRole)
            notes.LeaveOut(entry.Where, $"person \"{person.Name}\"", chairs.Contains(person) ? "Named twice in one role." : $"More than {Limits.PeopleInRole} people have this role.");
        else
            chairs.Add(person);
    }

    private void Repeat(List<ScheduleAuthor> authors, int author, FileRole role, SaidPerson entry)
    {
        authors[author] = authors[author] with { Presenting = authors[author].Presenting || role == FileRole.Speaker };
        notes.LeaveOut(entry.Where, $"person \"{authors[author].Person.Name}\"", "Named twice in one session.");
    }
}
