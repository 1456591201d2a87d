using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Http;

/// <summary>
/// Applies the <c>Rules</c> nested in request records before the handler runs, and answers 400 that names every field in the JSON's own
/// spelling. The contract reads its constraints from the same rules.
/// </summary>
internal static class InputRules
{
    private static readonly ConcurrentDictionary<Type, IValidator?> Known = new();

    static InputRules() => ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    /// <summary>The rules of a request record, or null where it has none.</summary>
    public static IValidator? Of(Type type) => Known.GetOrAdd(type, static type =>
        type.GetNestedType("Rules", BindingFlags.NonPublic | BindingFlags.Public) is { } rules ? (IValidator)Activator.CreateInstance(rules, nonPublic: true)! : null);

    public static EndpointFilterDelegate Apply(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var checks = factory.MethodInfo.GetParameters()
            .Select((parameter, place) => (Validator: Of(parameter.ParameterType), Place: place))
            .Where(check => check.Validator is not null).ToArray();
        return checks.Length == 0 ? next : context =>
        {
            foreach (var (validator, place) in checks)
            {
                if (context.Arguments[place] is { } input && Check(validator!, input) is { } problem)
                    return ValueTask.FromResult<object?>(problem);
            }

            return next(context);
        };
    }

    private static ProblemHttpResult? Check(IValidator validator, object input)
    {
        var outcome = validator.Validate(new ValidationContext<object>(input));
        return outcome.IsValid ? null : Problems.Invalid(outcome.Errors
            .GroupBy(error => error.PropertyName)
            .ToDictionary(field => field.Key, field => field.Select(error => error.ErrorMessage).Distinct().ToArray()));
    }
}
