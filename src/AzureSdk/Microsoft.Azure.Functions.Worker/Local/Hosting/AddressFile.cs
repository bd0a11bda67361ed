using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Tells whoever started the app where it listens; needed when it was given any free port.</summary>
internal static class AddressFile
{
    /// <summary>Writes the first address to the file that <c>FUNCTIONS_ADDRESS_FILE</c> or <c>ShipBy__AddressFile</c> names, in one step.</summary>
    public static async Task WriteAsync(IConfiguration settings, ICollection<string> addresses, CancellationToken cancel)
    {
        if ((settings["FUNCTIONS_ADDRESS_FILE"] ?? settings["ShipBy:AddressFile"]) is not { Length: > 0 } path || addresses.Count == 0)
        {
            return;
        }

        var unfinished = $"{path}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(unfinished, addresses.First(), cancel);
        File.Move(unfinished, path, overwrite: true);
    }
}
