using System.ComponentModel;
using System.Diagnostics;

namespace Agenda.Api.Tests.Clients;

/// <summary>Runs a program of the machine and keeps what it said.</summary>
internal sealed record CommandLine(int Code, string Said, string Complained)
{
    /// <summary>Null where there is no such program.</summary>
    public static async Task<CommandLine?> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            using var running = Process.Start(start)!;
            var (said, complained) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
            await running.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CommandLine(running.ExitCode, await said, await complained);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Fails with all that the program said unless it ended well.</summary>
    public CommandLine ShouldSucceed()
    {
        Code.ShouldBe(0, Said + Complained);
        return this;
    }
}
