using Agenda.Domain;

namespace Agenda.Infrastructure.Audit;

/// <summary>Who acts in the present request or command, and in which operation; what is saved meanwhile is put down to them.</summary>
public sealed class AuditTrail
{
    public AuditActor Actor { get; set; } = AuditActor.Service;

    /// <summary>The operation of the contract, such as <c>editSession</c>; "" outside of any.</summary>
    public string Operation { get; set; } = "";

    /// <summary>The conference that the operation is about; null where it is about the installation.</summary>
    public ConferenceId? Conference { get; set; }
}

/// <summary>Somebody, or something, that changes data.</summary>
/// <param name="Account">Null for the bootstrap key, the command line and the service itself.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Via">How it proved who it is: "sign-in", "token NAME", "bootstrap key", "command line".</param>
/// <param name="From">The network address; null where there is none.</param>
public sealed record AuditActor(AccountId? Account, string Name, string Via, string? From)
{
    /// <summary>What the service does by itself, such as making the sample.</summary>
    public static AuditActor Service { get; } = new(null, "service", "service", null);

    public static AuditActor CommandLine { get; } = new(null, "command line", "command line", null);
}
