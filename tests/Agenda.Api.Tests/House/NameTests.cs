using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Tests.House;

/// <summary>Names say what a thing is, and nothing is open that need not be.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Empty = ["Common", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Shared", "Manager", "Managers", "Misc"];
    private static readonly string[] EmptyAtTheEnd = [.. Empty, "Service", "Services", "Extension", "Extensions", "Model", "Models", "Impl"];

    private static readonly Type[] Types =
    [
        .. new[] { typeof(Session).Assembly, typeof(AgendaDbContext).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace is null or "Agenda" || type.Namespace.StartsWith("Agenda.", StringComparison.Ordinal))
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsMadeByEf(type)),
    ];

    // Made by EF: docs/decisions/0009.
    private const string CompiledModel = "Model";

    [Fact]
    public void Types_are_named_for_what_they_are()
    {
        Types.Length.ShouldBeGreaterThan(50);
        Types.Where(type => Words().Matches(type.Name).Select(word => word.Value).ToList() is var words
            && (words.Intersect(Empty).Any() || EmptyAtTheEnd.Contains(words.LastOrDefault()))).ShouldBeEmpty();
    }

    [Fact]
    public void Folders_are_named_for_the_business()
    {
        var folders = Checkout.FilesBelow("src", "*.cs").Concat(Checkout.FilesBelow("tests", "*.cs")).SelectMany(path => path.Split('/')[..^1]).Distinct().ToList();
        folders.ShouldContain("Sessions");
        folders.Where(folder => folder != CompiledModel && EmptyAtTheEnd.Contains(folder, StringComparer.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_called_like_the_root_namespace() => Types.Where(type => type.Name == nameof(Agenda)).ShouldBeEmpty();

    [Fact]
    public void An_interface_has_two_implementations_or_does_not_exist() =>
        Types.Where(type => type.IsInterface && Types.Where(other => !other.IsInterface && !other.IsAbstract && other.IsAssignableTo(type)).Sum(Implementations) < 2).ShouldBeEmpty();

    [Fact]
    public void The_program_shows_nothing_but_requests_and_responses() =>
        Types.Where(type => type.Assembly == typeof(Program).Assembly && type.IsVisible && type != typeof(Program))
            .Where(type => !IsRecord(type) && !type.IsEnum && !IsOfPages(type)).ShouldBeEmpty();

    [Fact]
    public void A_class_that_nobody_extends_is_sealed() =>
        Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsMadeByRazor(type))
            .Where(type => !Types.Any(other => other.BaseType == type)).ShouldBeEmpty();

    // An interface with one generic implementation is how code that does not know the type arguments reaches it.
    private static int Implementations(Type type) => type.IsGenericTypeDefinition ? 2 : 1;

    // Razor makes components public, and with them everything that is handed to one.
    private static bool IsOfPages(Type type) => type.Namespace is { } name && name.StartsWith("Agenda.Api.Web", StringComparison.Ordinal);

    private static bool IsMadeByRazor(Type type) => type.IsAssignableTo(typeof(IComponent)) || type.Name == "_Imports";

    private static bool IsMadeByEf(Type type) =>
        type.Namespace is { } name && (name.EndsWith(".Migrations", StringComparison.Ordinal) || name.EndsWith(".Model", StringComparison.Ordinal));

    // The compiler gives every record, class or struct, this method.
    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Words();
}
