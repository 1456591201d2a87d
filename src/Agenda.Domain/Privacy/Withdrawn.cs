namespace Agenda.Domain.Privacy;

/// <summary>What stands where something of an erased person stood.</summary>
public static class Withdrawn
{
    public const string Name = "Name withdrawn";

    public const string Title = "Title withdrawn";

    /// <summary>In place of an e-mail address; one word, since an address may stand in a link.</summary>
    public const string Address = "address-withdrawn";

    /// <summary>In place of a value in the trace of changes.</summary>
    public const string Value = "(withdrawn)";
}
