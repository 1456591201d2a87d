using Agenda.Domain;
using Agenda.Domain.Privacy;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>The texts of a file without those who were erased: their names, and what nobody but they wrote.</summary>
internal sealed class ErasedTexts(ImportedPeople people, ImportNotes notes)
{
    /// <summary>Title, abstract and links of an event, as they may come in.</summary>
    public (string Title, string? Abstract, IReadOnlyList<Link> Links) Of(ScheduleEvent said, SessionFacts? before)
    {
        var own = said.Authors.Count > 0 && said.Authors.All(a => people.IsErased(a.Person));
        var title = own && before?.Title == Withdrawn.Title ? Withdrawn.Title : people.WithoutErased(said.Title, Limits.Title);
        if (own && said.Abstract is not null)
            notes.LeaveOut(said.Where, "abstract", "Nobody wrote it but people who were erased from this conference.");
        return (title, own || said.Abstract is null ? null : people.WithoutErased(said.Abstract, Limits.Text), people.WithoutErased(said.Links));
    }

    /// <summary>Title and abstract of a talk or paper, as they may come in.</summary>
    public (string Title, string? Abstract) Of(ScheduleContribution said)
    {
        var own = said.Authors.Count > 0 && said.Authors.All(a => people.IsErased(a.Person));
        return (people.WithoutErased(said.Title, Limits.Title), own || said.Abstract is null ? null : people.WithoutErased(said.Abstract, Limits.Text));
    }
}
