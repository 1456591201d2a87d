using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Agenda.Api.Tests.Mail;

/// <summary>A mail server on this machine that takes letters (RFC 5321, as much of it as a client needs) and keeps them, or takes none.</summary>
internal sealed partial class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<ReceivedLetter> letters = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;

    public FakeMailServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Refuses whatever is sent.</summary>
    public bool Refuses { get; set; }

    public IReadOnlyCollection<ReceivedLetter> Letters => letters;

    /// <summary>The next letter to somebody; waits for it.</summary>
    public async Task<ReceivedLetter> LetterToAsync(string address, int number = 1)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            if (letters.Where(l => l.To == address).ElementAtOrDefault(number - 1) is { } letter)
                return letter;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"No letter number {number} came to {address}.");
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await listening;
        end.Dispose();
        listener.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var owned = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var to = "";
        await writer.WriteLineAsync("220 fake");
        while (await reader.ReadLineAsync(end.Token) is { } line)
        {
            var command = line.Split(' ')[0].ToUpperInvariant();
            if (command == "RCPT")
                to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                letters.Enqueue(await ReadLetterAsync(to, reader));
            }

            await writer.WriteLineAsync(command == "QUIT" ? "221 bye" : Refuses && command == "MAIL" ? "550 no" : "250 ok");
        }
    }

    private async Task<ReceivedLetter> ReadLetterAsync(string to, StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(end.Token) is { } line and not ".")
            lines.Add(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        var empty = lines.IndexOf("");
        var head = string.Join('\n', lines[..empty]);
        var body = string.Join('\n', lines[(empty + 1)..]);
        if (head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase))
            body = Quoted().Replace(body.Replace("=\n", "", StringComparison.Ordinal), match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        else if (head.Contains("base64", StringComparison.OrdinalIgnoreCase))
            body = Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        return new(to, head, body);
    }

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Quoted();
}

/// <summary>A letter as it arrived.</summary>
internal sealed partial record ReceivedLetter(string To, string Head, string Text)
{
    /// <summary>The path of the only link in it.</summary>
    public string LinkPath => new Uri(Link().Matches(Text).ShouldHaveSingleItem().Value).AbsolutePath;

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
