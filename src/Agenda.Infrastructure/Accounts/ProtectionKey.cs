namespace Agenda.Infrastructure.Accounts;

/// <summary>A key with which cookies and forms are protected, as ASP.NET Core writes it; in the database so that all processes have the same.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
