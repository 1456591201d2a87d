using System.Reflection;
using Agenda.Api.Http;

namespace Agenda.Api.Security;

/// <summary>Who calls an operation that is open to everybody and tells some callers more. Asks the database nothing unless a key or a cookie was sent.</summary>
internal sealed class PossibleCaller : IBindableFromHttpContext<PossibleCaller>
{
    private PossibleCaller(Caller? caller) => Caller = caller;

    /// <summary>Null for anybody, and for a key that is not known.</summary>
    public Caller? Caller { get; }

    public static async ValueTask<PossibleCaller?> BindAsync(HttpContext context, ParameterInfo parameter) => new PossibleCaller(await Callers.OfAsync(context));

    /// <summary>Whether the caller sees the conference as it is entered; then it is loaded.</summary>
    public async Task<bool> EntersAsync(EditedConference conference, string slug, CancellationToken cancellation)
    {
        if (Caller is null)
            return false;

        await conference.LoadAsync(slug, Caller, cancellation);
        return conference is { Exists: true, Role: not null };
    }
}
