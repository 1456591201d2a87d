using System.Linq.Expressions;
using Agenda.Infrastructure.Releases;
using NodaTime;

namespace Agenda.Api.Releases;

/// <summary>A numbered release; <paramref name="Sessions"/> counts all sessions in it, cancelled ones included.</summary>
public sealed record ReleaseResponse(int Number, Instant PublishedAt, string? Note, int Sessions)
{
    internal static readonly Expression<Func<StoredRelease, ReleaseResponse>> Of = r => new ReleaseResponse(r.Number, r.PublishedAt, r.Note, r.Sessions);
}
