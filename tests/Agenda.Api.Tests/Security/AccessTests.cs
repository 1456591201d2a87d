using System.Net;
using Agenda.Api.Tests.Contract;

namespace Agenda.Api.Tests.Security;

/// <summary>Every operation of the contract, called by everybody there can be: what comes of it is exactly what the table says.</summary>
public sealed class AccessTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    // Where something is used by others, removing it is refused by a rule; that is the operation's own answer, not the door's.
    private static readonly string[] InUse = ["removeBuilding", "removeRoom", "removeSessionType", "removeTrack", "removePerson"];

    private static int unique;

    public static TheoryData<string> Every => [.. ContractOperations.All.Select(o => o.Id)];

    [Fact]
    public void Every_operation_is_in_the_table_and_nothing_else() =>
        AccessTable.Operations.Keys.Order(StringComparer.Ordinal).ShouldBe(ContractOperations.All.Select(o => o.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void The_contract_says_of_every_operation_whether_it_is_for_everybody() =>
        ContractOperations.All.Where(o => o.IsForOrganisers != (AccessTable.Operations[o.Id] != For.Everybody)).Select(o => o.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Everybody_gets_what_the_table_says(string operationId)
    {
        var operation = ContractOperations.All.Single(o => o.Id == operationId);
        var access = AccessTable.Operations[operationId];
        var callers = await NewCallers(operation);
        foreach (var (kind, status, code) in Enum.GetValues<CallerKind>().Select(kind => Outcome(operation, access, kind)).OrderByDescending(o => o.Status))
        {
            var answer = await callers.Send(operation, kind, $"u{Interlocked.Increment(ref unique)}");

            // Whoever was let in changed something, so the next finds another conference.
            if (status < 400 && operation.Method != "GET")
                callers = await NewCallers(operation);
            var said = $"{operationId} by {kind}: {answer.Text}";
            if (status < 400 && InUse.Contains(operationId))
                (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Conflict, "in-use"), said);
            // Everybody takes back their own, and it was the key that edited.
            else if (status < 400 && operationId == "undoEdit" && kind != CallerKind.BootstrapKey)
                (answer.Status, answer.Code).ShouldBe((HttpStatusCode.Conflict, "nothing-to-undo"), said);
            else
                ((int)answer.Status, answer.Code).ShouldBe((status < 400 ? operation.Success : status, code), said);
        }
    }

    private static (CallerKind Caller, int Status, string? Code) Outcome(Operation operation, For access, CallerKind caller)
    {
        var (status, code) = StatusAndCode(operation, access, caller);
        return (caller, status, code);
    }

    private static (int Status, string? Code) StatusAndCode(Operation operation, For access, CallerKind caller)
    {
        if (access == For.Everybody)
            return (200, null);
        if (access == For.EditToken)
            return WithEditToken(caller);

        var writes = operation.Method != "GET";
        return caller switch
        {
            CallerKind.Anonymous => (401, "key-needed"),
            // Who stars sessions is nobody to what organisers do.
            CallerKind.UnknownKey or CallerKind.Attendee => (401, "unknown-key"),
            CallerKind.ExpiredToken => (401, "expired-token"),
            CallerKind.DisabledAccount => (401, "account-disabled"),
            CallerKind.DisabledInBrowser or CallerKind.OldCookie => (401, "key-needed"),
            CallerKind.ReadToken or CallerKind.AdministratorsReadToken when writes => (403, "token-reads-only"),
            CallerKind.InBrowserWithoutToken when writes => (403, "forged-request"),
            _ when access == For.SignIn => caller is CallerKind.AdministratorInBrowser or CallerKind.InBrowserWithoutToken ? (200, null) : (403, "sign-in-needed"),
            CallerKind.BootstrapKey => access == For.Account ? (403, "account-needed") : (200, null),
            _ when access == For.Account => (200, null),
            CallerKind.Administrator or CallerKind.AdministratorInBrowser or CallerKind.InBrowserWithoutToken or CallerKind.AdministratorsReadToken => (200, null),
            CallerKind.AdministratorsTokenOfAnother => operation.Path.Contains("{slug}", StringComparison.Ordinal) ? (403, "no-role") : (403, "token-scope"),
            _ when access == For.Administrator && !operation.Path.Contains("{slug}", StringComparison.Ordinal) => (403, "not-allowed"),
            CallerKind.OwnerOfAnother or CallerKind.TokenOfAnother or CallerKind.NoRole => (403, "no-role"),
            CallerKind.Owner or CallerKind.ReadToken => access == For.Administrator ? (403, "not-allowed") : (200, null),
            CallerKind.Organiser => Unless(access is For.Own or For.Administrator),
            CallerKind.Editor => Unless(access is For.Publish or For.Own or For.Administrator),
            CallerKind.Chair => Unless(access is not (For.See or For.Chair)),
            CallerKind.ChairOfAnother when operation.Id == "readPerson" => (404, "unknown-person"),
            CallerKind.ChairOfAnother when operation.Id == "readFile" => (404, "unknown-file"),
            CallerKind.ChairOfAnother when operation.Id == "readLink" => (404, "unknown-link"),
            CallerKind.ChairOfAnother when access == For.Chair || operation.Id is "readSession" or "listFiles" or "listLinks" => (404, "unknown-session"),
            CallerKind.ChairOfAnother => Unless(access is not For.See),
            CallerKind.Reader => Unless(access is not For.See),
            _ => throw new ArgumentOutOfRangeException(nameof(caller), caller, "No outcome is written down."),
        };

        static (int, string?) Unless(bool denied) => denied ? (403, "not-allowed") : (200, null);
    }

    // Being somebody else, be it an administrator, does not help.
    private static (int Status, string? Code) WithEditToken(CallerKind caller) => caller switch
    {
        CallerKind.Attendee => (200, null),
        CallerKind.Anonymous or CallerKind.AdministratorInBrowser or CallerKind.InBrowserWithoutToken or CallerKind.DisabledInBrowser or CallerKind.OldCookie => (401, "edit-token-needed"),
        _ => (401, "unknown-edit-token"),
    };

    private Task<EveryCaller> NewCallers(Operation operation) => EveryCaller.MakeAsync(host, $"access-{Interlocked.Increment(ref unique)}", operation);
}
