using System.Globalization;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>The talks and papers that a file lists inside its events.</summary>
internal sealed class FileContributions(CleanText clean, FilePeople people, ImportNotes notes)
{
    /// <summary>In their order, each with a code of its own; null where the file says nothing of them.</summary>
    public IReadOnlyList<ScheduleContribution>? Of(SaidEvent said)
    {
        if (said.Contributions is not { } all)
            return null;

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var contributions = new List<ScheduleContribution>();
        foreach (var entry in all)
        {
            if (contributions.Count == Limits.ContributionsInSession)
            {
                notes.LeaveOut(entry.Where, $"contribution \"{entry.Title.Text}\"", $"A session has at most {Limits.ContributionsInSession} contributions.");
                continue;
            }

            var code = ImportedCodes.Of(entry.Code.Text ?? "", (contributions.Count + 1).ToString(CultureInfo.InvariantCulture));
            var free = ImportedCodes.Free(code, codes);
            if (free != code)
                notes.Mend(entry.Where, $"contribution {code}", $"The session has it twice; the later one is {free}.");
            contributions.Add(new ScheduleContribution(free, Title(entry), clean.Block(entry.Abstract, "abstract", Limits.Text), entry.Minutes, Authors(entry)));
        }

        return contributions;
    }

    private string Title(SaidContribution said)
    {
        if (clean.Line(said.Title, "title", Limits.Title) is { } title)
            return title;

        notes.Mend(said.Where, "no title", "A contribution needs a title; called \"Untitled\".");
        return "Untitled";
    }

    private List<ScheduleAuthor> Authors(SaidContribution said)
    {
        var authors = new List<ScheduleAuthor>();
        foreach (var entry in said.Authors)
        {
            if (people.Of(entry) is not { } person)
                continue;
            if (authors.Exists(a => a.Person == person))
                notes.LeaveOut(entry.Where, $"person \"{person.Name}\"", "Named twice in one contribution.");
            else if (authors.Count == Limits.AuthorsOfContribution)
                notes.LeaveOut(entry.Where, $"person \"{person.Name}\"", $"A contribution has at most {Limits.AuthorsOfContribution} authors.");
            else
                authors.Add(new ScheduleAuthor(person, FileRoles.Of(entry, notes) == FileRole.Speaker));
        }

        return authors;
    }
}
