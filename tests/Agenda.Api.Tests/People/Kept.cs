using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.People;

/// <summary>What is kept of people besides programme and releases: who has access, and the trace of changes.</summary>
internal static class Kept
{
    /// <summary>She is a chair with an account and is invited once more; another account is her as organiser; the trace tells of all of it.</summary>
    public static Task AddAsync(AgendaHost host, Quill quill) => ChangeAsync(host, db =>
    {
        var conference = db.Conferences.Single(c => c.Slug == quill.Given.Slug);
        var person = new PersonId(quill.Zsofia);
        var session = db.Sessions.Single(s => s.ConferenceId == conference.Id && s.Code == "PS-B").Id;
        foreach (var (name, role) in ((string, ConferenceRole)[])[("chair", ConferenceRole.Chair), ("organiser", ConferenceRole.Organiser)])
        {
            var address = $"{name}-{quill.Given.Slug}@example.org";
            var account = new Account(address, name, host.Clock.Now) { NormalizedEmail = address, NormalizedUserName = address };
            db.Accounts.Add(account);
            db.Memberships.Add(new Membership(conference.Id, account.Id, role, person, host.Clock.Now));
        }

        var invitation = new Invitation(conference, "invited@quill.example", ConferenceRole.Chair, person, Guid.CreateVersion7().ToByteArray(), "organiser", host.Clock.Now, 14);
        db.Invitations.Add(invitation);
        db.Invitations.Add(new Invitation(conference, "other@example.org", ConferenceRole.Editor, null, Guid.CreateVersion7().ToByteArray(), "organiser", host.Clock.Now, 14));
        db.Audit.AddRange(
            Entry("1", "person", quill.Zsofia, "Zsófia Quillfeather", """[{"field":"familyName","before":"Brambleworth","after":"Quillfeather"},{"field":"email","before":"old@quill.example","after":"zsofia@quill.example"},{"field":"links","before":[],"after":[{"title":"Her pages","url":"https://example.org/zq-page"}]}]"""),
            Entry("2", "session", session.Value, "PS-B", """[{"field":"contributions[1].abstract","before":"Moonlit drafts.","after":"Moonlit fields."},{"field":"contributions[2].abstract","before":null,"after":"Together with Zsófia Quillfeather."},{"field":"title","before":"Papers","after":"More papers"}]"""),
            Entry("3", "invitation", invitation.Id.Value, "invited@quill.example", """[{"field":"email","before":null,"after":"invited@quill.example"}]"""),
            Entry("4", "release", null, "2", """{"note":{"before":null,"after":"With thanks to Zsófia Quillfeather"},"sessions":{"before":null,"after":4}}"""),
            Entry("5", "room", Guid.CreateVersion7(), "arbutus-room", """[{"field":"capacity","before":null,"after":60}]"""),
            Entry("6", "session", session.Value, "PS-B", "not JSON, by Zsófia Quillfeather"));

        AuditEntry Entry(string key, string kind, Guid? subject, string label, string changes) => new()
        {
            Key = $"{quill.Given.Slug}-{key}",
            At = host.Clock.Now,
            ConferenceId = conference.Id,
            By = "organiser",
            Via = "sign-in",
            Operation = "edit",
            Kind = kind,
            Act = "changed",
            Subject = subject,
            Label = label,
            SessionId = kind == "session" ? session : null,
            Changes = changes,
        };
    });

    public static async Task ChangeAsync(AgendaHost host, Action<AgendaDbContext> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<T> AskAsync<T>(AgendaHost host, Func<AgendaDbContext, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AgendaDbContext>());
    }
}
