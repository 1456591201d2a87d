using System.Security.Cryptography;
using System.Text;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Audit;

/// <summary>No secret gets into the trace, whatever is done to what holds it.</summary>
public sealed class SecretTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private readonly List<string> secretTexts = [];
    private readonly List<byte[]> secretBytes = [];

    [Fact]
    public async Task What_is_done_to_accounts_tokens_and_invitations_is_told_without_their_secrets()
    {
        var given = await Given.Conference(host);
        await given.Type("MC", "Masterclass");
        await given.Session("MC-C", "Networks");
        await given.Published();
        var account = new Account("niamh@example.org", "Niamh Ó Súilleabháin", host.Clock.Now);
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            await AllAdded(account);
            await host.SaveAsync(AuditActor.Service, db =>
            {
                var stored = db.Accounts.Single();
                FillWithSecrets(stored);
                stored.Administrator = true;
                db.PasswordLinks.Single().Hash = Bytes();
                db.Memberships.Single().Revise(ConferenceRole.Owner, null);
                var release = db.Releases.Single();
                (release.Document, release.Revision) = (Bytes(), 1);
            });
            await host.SaveAsync(AuditActor.Service, db =>
            {
                db.RemoveRange(db.ApiTokens);
                db.RemoveRange(db.Invitations);
                db.RemoveRange(db.Memberships);
                db.RemoveRange(db.PasswordLinks);
                db.RemoveRange(db.SignedIn);
                db.RemoveRange(db.ProtectionKeys);
                db.Accounts.Single().RecoveryCodes = null;
            });
            await host.SaveAsync(AuditActor.Service, db => db.RemoveRange(db.Accounts));
        });

        entries.Select(e => e.What).ShouldBe(
        [
            "account added Niamh Ó Súilleabháin", "membership added Niamh Ó Súilleabháin", "API token added laptop", "invitation added chair@example.org",
            "account changed Niamh Ó Súilleabháin", "membership changed Niamh Ó Súilleabháin",
            "API token removed laptop", "invitation removed chair@example.org", "membership removed Niamh Ó Súilleabháin", "account changed Niamh Ó Súilleabháin",
            "account removed Niamh Ó Súilleabháin",
        ], ignoreOrder: true);
        entries.First(e => e.What.StartsWith("account changed", StringComparison.Ordinal)).Changes.ShouldBe(
            ["administrator: false -> true", "password: \"(secret)\" -> \"(secret)\"", "authenticator: \"(secret)\" -> \"(secret)\"", "recoveryCodes: \"(secret)\" -> \"(secret)\""]);
        entries.Last(e => e.What.StartsWith("account changed", StringComparison.Ordinal)).Changes.ShouldBe(["recoveryCodes: \"(secret)\" -> null"]);
        entries.Single(e => e.What.StartsWith("membership changed", StringComparison.Ordinal)).Changes.ShouldBe(["role: \"reader\" -> \"owner\""]);
        entries.Single(e => e.What == "API token added laptop").Changes[..4].ShouldBe(
            ["name: null -> \"laptop\"", "account: null -> \"Niamh Ó Súilleabháin\"", "conference: null -> \"icsei-2024\"", "access: null -> \"write\""]);
        WholeTable().ShouldContain("Niamh");
        SecretsIn(WholeTable()).ShouldBeEmpty();
        entries.Where(e => e.Said("kind") == "account").ShouldAllBe(e => e.Said("conference") == null);
    }

    private Task AllAdded(Account account) => host.SaveAsync(AuditActor.Service, db =>
    {
        FillWithSecrets(account);
        var conference = db.Conferences.Single();
        db.Accounts.Add(account);
        db.Memberships.Add(new(conference.Id, account.Id, ConferenceRole.Reader, null, host.Clock.Now));
        db.ApiTokens.Add(new(account.Id, "laptop", conference.Id, TokenAccess.Write, Bytes(), host.Clock.Now, 30));
        db.Invitations.Add(new(conference, "chair@example.org", ConferenceRole.Editor, null, Bytes(), "Niamh", host.Clock.Now, 14));
        db.PasswordLinks.Add(new() { AccountId = account.Id, Hash = Bytes(), ExpiresAt = host.Clock.Now });
        db.SignedIn.Add(new() { Id = Guid.CreateVersion7(), AccountId = account.Id, Since = host.Clock.Now, ExpiresAt = host.Clock.Now, From = Text(), Browser = Text() });
        db.ProtectionKeys.Add(new() { Name = Text(), Xml = Text() });
        db.Keys.Add(new() { Name = "another", Hash = Bytes() });
    });

    private void FillWithSecrets(Account account)
    {
        account.NormalizedEmail = account.Email!.ToUpperInvariant();
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp, account.AuthenticatorKey, account.RecoveryCodes) = (Text(), Text(), Text(), Text(), Text());
        account.LastTimeStep++;
    }

    private string Text()
    {
        secretTexts.Add($"secret-{Convert.ToHexString(RandomNumberGenerator.GetBytes(10))}");
        return secretTexts[^1];
    }

    private byte[] Bytes()
    {
        secretBytes.Add(RandomNumberGenerator.GetBytes(32));
        return secretBytes[^1];
    }

    private IEnumerable<string> SecretsIn(string text) =>
        secretTexts.Concat(secretBytes.SelectMany(bytes => (string[])[Convert.ToHexString(bytes), Convert.ToBase64String(bytes), Encoding.Latin1.GetString(bytes)]))
            .Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private string WholeTable()
    {
        using var connection = new SqliteConnection($"Data Source={host.Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM audit";
        using var reader = command.ExecuteReader();
        var text = new StringBuilder();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
                text.Append(reader.GetValue(i)).Append('\t');
            text.AppendLine();
        }

        return text.ToString();
    }
}
