using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Sessions;
using FluentValidation;

namespace Agenda.Api.Sessions;

/// <summary>What is to be the same in several sessions; all of them get it at once.</summary>
public sealed record SessionEditsRequest
{
    public required IReadOnlyList<SeenSession> Sessions { get; init; }

    /// <summary>What each of them gets.</summary>
    public SessionMarksEntry Set { get; init; } = new();

    /// <summary>What is taken from each of them.</summary>
    public IReadOnlyList<ClearableMark> Clear { get; init; } = [];

    internal sealed class Rules : AbstractValidator<SessionEditsRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Sessions).AtMost(Limits.Moves).NotEmpty();
            RuleFor(r => r.Sessions).Must(sessions => sessions is null || sessions.Where(s => s is not null).DistinctBy(s => s.Id).Count() == sessions.Count(s => s is not null))
                .WithMessage("must not name a session twice.");
            RuleFor(r => r.Set).NotNull().SetValidator(new SessionMarksEntry.Rules());
            RuleFor(r => r.Set).Must((r, set) => set is null || r.Clear is null || !set.IsEmpty || r.Clear.Count > 0).WithMessage("must say something, unless something is cleared.");
            RuleFor(r => r.Clear).AtMost(Enum.GetValues<ClearableMark>().Length);
            RuleForEach(r => r.Clear).IsInEnum();
            RuleFor(r => r.Clear).Must((r, clear) => clear is null || r.Set is null || !clear.Any(r.Set.Says)).WithMessage("must not have what is set.");
        }
    }
}

/// <summary>A session in the version that the caller has seen.</summary>
public sealed record SeenSession
{
    public required Guid Id { get; init; }

    /// <summary>Where it is only tried, it may be left out.</summary>
    public int? Version { get; init; }
}

/// <summary>What can be set on several sessions at once; null leaves it as it is.</summary>
public sealed record SessionMarksEntry
{
    /// <summary>The code of a session type.</summary>
    public string? Type { get; init; }

    /// <summary>The slug of a track.</summary>
    public string? Track { get; init; }

    public SessionStatus? Status { get; init; }

    /// <summary>BCP 47, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    internal bool IsEmpty => this is { Type: null, Track: null, Status: null, Language: null };

    internal bool Says(ClearableMark mark) => (mark == ClearableMark.Track ? Track : Language) is not null;

    internal sealed class Rules : AbstractValidator<SessionMarksEntry>
    {
        public Rules()
        {
            RuleFor(m => m.Type).MinimumLength(1).Line(Limits.Code);
            RuleFor(m => m.Track).Slug();
            RuleFor(m => m.Status).IsInEnum();
            RuleFor(m => m.Language).LanguageTag();
        }
    }
}

/// <summary>What a session can be without.</summary>
public enum ClearableMark
{
    Track,
    Language,
}
