using System.ComponentModel;
using Agenda.Api.Http;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>Whose changes are asked for.</summary>
public sealed record PeopleQuery
{
    [FromQuery(Name = "person"), Description("The id of a person with any role in the session, before or after.")]
    public string[] Person { get; init; } = [];

    internal sealed class Rules : AbstractValidator<PeopleQuery>
    {
        public Rules() => RuleFor(q => q.Person).FilterValues();
    }
}
