using System.Globalization;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>The port of <c>FUNCTIONS_HTTP_PORT</c> or <c>--port</c>; 0 means any that is free.</summary>
internal static class HttpPort
{
    private const int Usual = 7071;

    public static bool IsSet(IConfiguration settings) => Text(settings) is not null;

    /// <returns>Null if what is set is no port.</returns>
    public static int? TryRead(IConfiguration settings) =>
        Text(settings) is not { } text ? Usual : ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) ? port : null;

    /// <exception cref="HostRefusedException">What is set is no port.</exception>
    public static void Check(IConfiguration settings) => _ = TryRead(settings)
        ?? throw new HostRefusedException($"The port '{Text(settings)}' (FUNCTIONS_HTTP_PORT or --port) is not a number from 0 to 65535.");

    private static string? Text(IConfiguration settings) => settings["FUNCTIONS_HTTP_PORT"] ?? settings["port"];
}
