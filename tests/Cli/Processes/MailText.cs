using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>A letter as a mail client shows it.</summary>
internal static partial class MailText
{
    /// <param name="raw">As it came over the wire.</param>
    public static IEnumerable<string> LinksIn(string raw)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        var text = MimeMessage.Load(stream).TextBody ?? "";
        return Link().Matches(text).Select(match => match.Value);
    }

    [GeneratedRegex("https?://[^\\s<>\"]+")]
    private static partial Regex Link();
}
