using System.ComponentModel;
using System.Diagnostics;

namespace ShipBy.Cli.Azurite;

/// <summary>Node and npm as they are found on the search path.</summary>
internal static class NodeProgram
{
    /// <remarks>Azurite 3.37.0 asks for 22 and was run by us on 20.20.</remarks>
    private const int OldestMajor = 20;

    private const string Remedy = "Install Node.js 22 or later (https://nodejs.org), or set a storage connection of your own.";

    /// <exception cref="AzuriteUnavailableException">Node is not installed, or is too old.</exception>
    public static async Task EnsureAsync(CancellationToken cancel)
    {
        using var node = Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true });
        var version = (await node.StandardOutput.ReadToEndAsync(cancel)).Trim();
        await node.WaitForExitAsync(cancel);

        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < OldestMajor)
        {
            throw new AzuriteUnavailableException($"Node.js {version} is too old for the storage emulator. {Remedy}");
        }
    }

    /// <summary>Starts a program of the Node family, saying what to install when there is none.</summary>
    /// <exception cref="AzuriteUnavailableException">The program is not on the search path.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new AzuriteUnavailableException($"'{start.FileName}' did not start. {Remedy}");
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException($"'{start.FileName}' was not found. {Remedy}", missing);
        }
    }
}
