using System.Runtime.CompilerServices;
using Agenda.Domain.Releases;

namespace Agenda.Api.Http;

/// <summary>What was made of each release for one kind of output; it lives exactly as long as the release is in memory.</summary>
internal sealed class Renderings<T>(Func<PublishedAgenda, T> render)
    where T : class
{
    private readonly ConditionalWeakTable<PublishedAgenda, Lazy<T>> made = [];

    /// <summary>What was made of the release; the first who asks makes it, and others who ask meanwhile wait for that.</summary>
    public T Of(PublishedAgenda agenda) => made.GetValue(agenda, agenda => new Lazy<T>(() => render(agenda))).Value;
}
