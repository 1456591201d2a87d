using Agenda.Domain.Privacy;

namespace Agenda.Domain.Sessions;

/// <summary>A talk or paper inside a session.</summary>
public sealed class Contribution
{
    private readonly List<ContributionAuthor> authors = [];

    private Contribution()
    {
    }

    internal Contribution(SessionId session, ContributionFacts facts, int position)
    {
        Id = facts.Id ?? ContributionId.New();
        SessionId = session;
        Set(facts, position);
    }

    public ContributionId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    /// <summary>Unique within the session.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string? Abstract { get; private set; }

    /// <summary>How long it takes; null when the session shares its time freely, as posters do.</summary>
    public int? Minutes { get; private set; }

    /// <summary>From 0, in the order of the session.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<ContributionAuthor> Authors => authors;

    internal void Move(int position, int? minutes) => (Position, Minutes) = (position, minutes);

    /// <summary>Whether this person wrote it alone.</summary>
    public bool IsOwnOf(PersonId person) => authors is [var only] && only.PersonId == person;

    internal bool Reword(Erasure erasure)
    {
        var own = IsOwnOf(erasure.Person);
        var (title, text) = (erasure.Title(Title, own), erasure.Text(Abstract, own));
        var changed = title != Title || text != Abstract;
        (Title, Abstract) = (title, text);
        return changed;
    }

    internal void Set(ContributionFacts facts, int position)
    {
        Code = facts.Code;
        Title = facts.Title;
        Abstract = facts.Abstract;
        Minutes = facts.Minutes;
        Position = position;
        SetAuthors(facts.Authors);
    }

    /// <summary>Names another in the place of somebody; who both presents and does not, presents.</summary>
    internal void Replace(PersonId gone, PersonId kept)
    {
        if (authors.Exists(a => a.PersonId == gone))
        {
            SetAuthors([.. authors.OrderBy(a => a.Position).GroupBy(a => a.PersonId == gone ? kept : a.PersonId)
                .Select(same => new AuthorFacts(same.Key, same.Any(a => a.Presenting)))]);
        }
    }

    private void SetAuthors(IReadOnlyList<AuthorFacts> all)
    {
        authors.RemoveAll(a => !all.Any(wanted => wanted.Person == a.PersonId));
        for (var i = 0; i < all.Count; i++)
        {
            var wanted = all[i];
            if (authors.Find(a => a.PersonId == wanted.Person) is { } present)
                present.Set(i, wanted.Presenting);
            else
                authors.Add(new ContributionAuthor(Id, wanted.Person, i, wanted.Presenting));
        }
    }
}

/// <summary>An author of a contribution, in order.</summary>
public sealed class ContributionAuthor(ContributionId contributionId, PersonId personId, int position, bool presenting)
{
    public ContributionId ContributionId { get; private set; } = contributionId;

    public PersonId PersonId { get; private set; } = personId;

    /// <summary>From 0.</summary>
    public int Position { get; private set; } = position;

    public bool Presenting { get; private set; } = presenting;

    internal void Set(int position, bool presenting)
    {
        Position = position;
        Presenting = presenting;
    }
}

/// <summary>What an organiser says of a contribution; with <see cref="Id"/> it is the one that the session already has.</summary>
public sealed record ContributionFacts(string Code, string Title)
{
    public ContributionId? Id { get; init; }

    public string? Abstract { get; init; }

    public int? Minutes { get; init; }

    public IReadOnlyList<AuthorFacts> Authors { get; init; } = [];
}

/// <summary>Who wrote a contribution, and whether they present it.</summary>
public sealed record AuthorFacts(PersonId Person, bool Presenting);
