using Agenda.Domain.People;
using Agenda.Domain.Text;

namespace Agenda.Api.People;

/// <summary>Finds people by what somebody types of their name.</summary>
internal static class PeopleNamed
{
    // More words than a name has find nobody anyway.
    private const int MostWords = 8;

    /// <summary>Those of whose name every word that was typed begins a word, in whatever order: "andy har" finds Andy Hargreaves. Everybody where nothing was typed.</summary>
    public static IQueryable<Person> Find(IQueryable<Person> people, string? typed)
    {
        foreach (var word in FoldedText.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var within = $" {word}";
            people = people.Where(p => p.SortKey.StartsWith(word) || p.SortKey.Contains(within));
        }

        return people;
    }
}
