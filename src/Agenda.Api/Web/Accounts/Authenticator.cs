using Agenda.Api.Http;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Agenda.Api.Web.Accounts;

/// <summary>What an authenticator app is given: a key to type, or the same as a picture.</summary>
internal sealed class Authenticator(UserManager<Account> accounts, IUserStore<Account> store, PublicAddress address)
{
    private const int PixelsPerModule = 4;

    private readonly IUserAuthenticatorKeyStore<Account> keys = (IUserAuthenticatorKeyStore<Account>)store;

    /// <summary>Gives an account a new key, which counts for nothing until the second factor is turned on. To be saved with the account.</summary>
    public Task MakeKeyAsync(Account account, CancellationToken cancellation) => keys.SetAuthenticatorKeyAsync(account, accounts.GenerateNewAuthenticatorKey(), cancellation);

    /// <summary>The key of an account that is about to turn the second factor on; null for any other.</summary>
    public async Task<string?> PendingKeyAsync(Account account, CancellationToken cancellation) =>
        account.TwoFactorEnabled ? null : await keys.GetAuthenticatorKeyAsync(account, cancellation);

    /// <summary>The address that apps read from the picture.</summary>
    public string LinkOf(Account account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString($"Agenda {address.Host}")}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={Uri.EscapeDataString($"Agenda {address.Host}")}&digits=6&period=30";

    /// <summary>The picture, as SVG: dark on light whatever the page's colours, as cameras want it.</summary>
    public string PictureOf(Account account, string key)
    {
        using var data = QRCodeGenerator.GenerateQrCode(LinkOf(account, key), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
