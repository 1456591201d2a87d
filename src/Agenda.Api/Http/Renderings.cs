using System.Runtime.CompilerServices;
using Agenda.Domain.Releases;

namespace Agenda.Api.Http;

/// <summary>What was made of each release for one kind of output; it lives exactly as long as the release is in memory.</summary>
internal sealed class Renderings<T>(Func<PublishedAgenda, T> render)
    where T : class
{
    private readonly ConditionalWeakTable<PublishedAgenda, T> made = [];

    public T Of(PublishedAgenda agenda) => made.GetValue(agenda, agenda => render(agenda));
}
