using Agenda.Api.Tests.Web.Accounts;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Agenda.Api.Tests.Security;

public sealed class PasswordHashingTests
{
    [Fact]
    public async Task Passwords_are_hashed_with_as_much_work_as_is_recommended()
    {
        await using var host = new EarnestHost();
        _ = host.Services;

        host.Get<IOptions<PasswordHasherOptions>>().Value.ShouldSatisfyAllConditions(
            options => options.IterationCount.ShouldBe(210_000), options => options.CompatibilityMode.ShouldBe(PasswordHasherCompatibilityMode.IdentityV3));
        var account = await Somebody.WithPasswordAsync(host, "earnest@example.org");
        // Format 1 with PBKDF2 by HMAC-SHA-512 (2), then the number of iterations.
        Convert.FromBase64String(account.PasswordHash!)[..9].ShouldBe([1, 0, 0, 0, 2, 0, 3, 0x34, 0x50]);
    }

    [Fact]
    public async Task Whatever_is_wrong_one_password_is_checked()
    {
        await using var host = new CountingHost();
        await Somebody.WithPasswordAsync(host, "counted@example.org");
        var disabled = await Somebody.WithPasswordAsync(host, "counted.disabled@example.org");
        await Somebody.ChangeAsync(host, disabled.Id, a => a.Disabled = true);
        var locked = await Somebody.WithPasswordAsync(host, "counted.locked@example.org");
        await Somebody.ChangeAsync(host, locked.Id, a => a.LockedUntil = host.Clock.Now + Duration.FromMinutes(1));
        using var browser = new Browser(host);
        await browser.SignInAsync("warm@example.org", "whatever");
        foreach (var (name, password) in ((string, string)[])
            [("counted", "wrong"), ("counted.unknown", "wrong"), ("counted.disabled", Somebody.Password), ("counted.locked", Somebody.Password), ("counted.locked", ""), ("", ""), ("counted", Somebody.Password)])
        {
            host.Hashes.Clear();
            await browser.SignInAsync($"{name}@example.org", password);
            host.Hashes.ShouldBe(["verify"], $"{name} with {password}");
        }
    }

    private sealed class EarnestHost : AgendaHost
    {
        protected override bool HashesQuickly => false;
    }

    private sealed class CountingHost : AgendaHost
    {
        public List<string> Hashes { get; } = [];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Account>>(provider =>
                new CountingHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>(), Hashes))));
        }
    }

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options, List<string> hashes) : PasswordHasher<Account>(options)
    {
        public override string HashPassword(Account user, string password)
        {
            hashes.Add("hash");
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            hashes.Add("verify");
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
