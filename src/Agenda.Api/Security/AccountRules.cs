using Agenda.Api.Http;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Agenda.Api.Security;

/// <summary>ASP.NET Core Identity as this service uses it: e-mail and password, second factor, lockout; one kind of account and no roles, which are per conference.</summary>
internal static class AccountRules
{
    public const int ShortestPassword = 12, LongestPassword = 256;

    /// <summary>After how many wrong passwords or codes in a row nothing is tried for how long.</summary>
    public const int WrongTries = 5;

    public static readonly Duration Lockout = Duration.FromMinutes(15);

    /// <summary>Where the name and code of an account wait between password and one-time code.</summary>
    public const string SecondStep = "SecondStep";

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password = new()
                {
                    RequiredLength = ShortestPassword,
                    RequiredUniqueChars = 4,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddUserStore<AccountStore>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        // OWASP's figure for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SecondFactor>();
        services.AddDataProtection().SetApplicationName("Agenda");
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((keys, repository) => keys.XmlRepository = repository);

        var behindTls = new PublicAddress(configuration).IsTls;
        services.AddAuthentication().AddCookie(SecondStep, cookie =>
        {
            cookie.Cookie.Name = behindTls ? "__Host-agenda-step" : "agenda-step";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = behindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            cookie.SlidingExpiration = false;
        });
        services.AddAntiforgery(forms =>
        {
            forms.HeaderName = "X-CSRF-Token";
            forms.FormFieldName = "csrf";
            forms.Cookie.Name = behindTls ? "__Host-agenda-form" : "agenda-form";
            forms.Cookie.SecurePolicy = behindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            // The pages' own headers forbid frames, in the way of today.
            forms.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>
    /// ASP.NET Core would ask for the protection keys before the first request, and before there are tables; they are loaded when first needed.
    /// To be called last: several parts of it register that.
    /// </summary>
    public static void LoadKeysWhenNeeded(IServiceCollection services)
    {
        foreach (var eager in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly).ToList())
            services.Remove(eager);
    }
}
