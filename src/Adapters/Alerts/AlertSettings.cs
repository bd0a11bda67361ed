using System.Net.Mail;
using Microsoft.Extensions.Options;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Alerts;

/// <summary>Judges the <c>Alerts__*</c> settings when the host starts. Every message names the setting to change and never its value.</summary>
internal sealed class AlertSettings(GuardOptions guard) : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        string[] flaws = [.. Flaws(options)];
        return flaws.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
    }

    internal static bool IsAddress(string text) => MailAddress.TryCreate(text, out _);

    private IEnumerable<string> Flaws(AlertOptions options)
    {
        if (options.Kind is not ("" or "acs" or "smtp" or "folder" or "none"))
        {
            yield return "Alerts__Kind is none of acs, smtp, folder, none.";
        }

        if (options.Kind is "" && guard.Contact.Length > 0)
        {
            yield return "Alerts__Kind is missing though ShipBy__Contact is set: set it to acs, smtp or folder, or to none to send no mails.";
        }

        if (guard.SecondContact.Length > 0 && !IsAddress(guard.SecondContact))
        {
            yield return "ShipBy__SecondContact is not a mail address.";
        }

        if (guard.Contact.Length > 0 && !IsAddress(guard.Contact))
        {
            yield return "ShipBy__Contact is not a mail address.";
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return "Alerts__Timeout must be from 00:00:01 to 00:05:00.";
        }

        var flaws = options.Kind switch
        {
            "acs" => AcsFlaws(options),
            "smtp" => SmtpFlaws(options.Smtp),
            "folder" when options.Folder.Length == 0 => ["Alerts__Folder is missing: name the folder that mails are written to."],
            _ => [],
        };
        foreach (var flaw in options.Kind is "" or "none" || IsAddress(options.Sender) ? flaws : flaws.Prepend("Alerts__Sender is not a mail address: set the one that mails come from."))
        {
            yield return flaw;
        }
    }

    private static IEnumerable<string> AcsFlaws(AlertOptions options)
    {
        if (options.ConnectionString.Length > 0)
        {
            var names = options.ConnectionString.Split(';').Select(part => part.Split('=')[0].Trim().ToUpperInvariant()).ToHashSet();
            if (!names.IsSupersetOf(["ENDPOINT", "ACCESSKEY"]))
            {
                yield return "Alerts__ConnectionString is not whole: it needs endpoint=...;accesskey=...";
            }
        }
        else if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            yield return "Alerts__ConnectionString is missing; or set Alerts__Endpoint to the https address of the resource to use the app's own identity.";
        }
    }

    private static IEnumerable<string> SmtpFlaws(SmtpOptions smtp)
    {
        if (Uri.CheckHostName(smtp.Host) is UriHostNameType.Unknown)
        {
            yield return "Alerts__Smtp__Host is not a host name: set the mail server's.";
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return "Alerts__Smtp__Port must be from 1 to 65535.";
        }

        if (smtp.Tls is not ("starttls" or "implicit" or "none"))
        {
            yield return "Alerts__Smtp__Tls is none of starttls, implicit, none.";
        }

        if (smtp is { Tls: "none", User.Length: > 0 } && smtp.Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return "Alerts__Smtp__Tls is none: the password would travel readable. Use starttls or implicit.";
        }
    }
}
