using System.Globalization;
using Agenda.Api.Http;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>Reads the constraints of request records from their rules, so that the contract and the checks cannot differ.</summary>
internal static class InputRuleSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (schema.Properties is not null && InputRules.Of(context.JsonTypeInfo.Type) is { } rules)
        {
            foreach (var field in rules.CreateDescriptor().GetMembersWithValidators())
            {
                var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.Key);
                if (schema.Properties.TryGetValue(name, out var property) && property is OpenApiSchema constrained)
                {
                    foreach (var (validator, options) in field)
                        Constrain(constrained, validator, options);
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The constraints of a query parameter that is a property of a record with rules.</summary>
    public static void Constrain(OpenApiSchema schema, IValidator rules, string property)
    {
        foreach (var (validator, options) in rules.CreateDescriptor().GetValidatorsForMember(property))
            Constrain(schema, validator, options);
    }

    private static void Constrain(OpenApiSchema schema, IPropertyValidator validator, IRuleComponent options)
    {
        switch (validator)
        {
            case ILengthValidator length when schema.Items is null:
                if (length.Max > 0)
                    schema.MaxLength = length.Max;
                if (length.Min > 0)
                    schema.MinLength = length.Min;
                break;
            case IRegularExpressionValidator expression:
                schema.Pattern = expression.Expression;
                break;
            case IEmailValidator:
                schema.Format = "email";
                break;
            case INotEmptyValidator when schema.Type is { } type && type.HasFlag(JsonSchemaType.String):
                schema.MinLength ??= 1;
                break;
            case IBetweenValidator between when schema.Type is { } type && type.HasFlag(JsonSchemaType.Integer):
                schema.Minimum = Convert.ToString(between.From, CultureInfo.InvariantCulture);
                schema.Maximum = Convert.ToString(between.To, CultureInfo.InvariantCulture);
                break;
            case IAtMostItems items:
                schema.MaxItems = items.Most;
                break;
        }
    }
}
