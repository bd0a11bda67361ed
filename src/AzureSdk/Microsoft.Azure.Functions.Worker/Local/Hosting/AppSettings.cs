using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>How the host reads an app's settings.</summary>
internal static class AppSettings
{
    /// <summary>Puts the setting in place of a text that is <c>%Name%</c> as a whole.</summary>
    /// <exception cref="HostRefusedException">There is no such setting.</exception>
    public static string Resolve(this IConfiguration settings, string text, string function)
    {
        if (text is not ['%', .. var name, '%'])
        {
            return text;
        }

        return settings[name] is { Length: > 0 } value
            ? value
            : throw new HostRefusedException($"Function '{function}' needs the setting '{name}' ('{text}'), which is not there.");
    }

    public static bool IsDisabled(this IConfiguration settings, string function) =>
        IsYes(settings[$"AzureWebJobs.{function}.Disabled"]) || IsYes(settings[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsYes(string? value) => value is "1" || bool.TryParse(value, out var yes) && yes;
}
