using System.Globalization;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts;

/// <summary>What a mail server's failures mean for a letter. Reasons carry its status, never its text: that may quote addresses.</summary>
internal static class SmtpAnswer
{
    /// <summary>Whether it is an answer, or the lack of one, and not our own stopping or a fault of ours.</summary>
    public static bool IsOne(Exception error, CancellationToken cancel) => !cancel.IsCancellationRequested
        && error is SmtpCommandException or SmtpProtocolException or AuthenticationException or SslHandshakeException
            or NotSupportedException or IOException or SocketException or TimeoutException or OperationCanceledException;

    /// <param name="uploadStarted">The text of the letter had begun to leave.</param>
    public static Delivery Of(Exception error, bool uploadStarted, TimeSpan pause) => error switch
    {
        SmtpCommandException { StatusCode: var status } when (int)status >= 500 => new Delivery.Refused(
            string.Create(CultureInfo.InvariantCulture, $"The mail server refused with {(int)status}: check Alerts__Sender and ShipBy__Contact.")),
        SmtpCommandException => new Delivery.Busy(pause),
        AuthenticationException => new Delivery.Refused("The mail server did not accept the name or the password: check Alerts__Smtp__User and Alerts__Smtp__Password."),
        SslHandshakeException or NotSupportedException => new Delivery.Refused(
            "No safe connection to the mail server came about: check Alerts__Smtp__Tls and Alerts__Smtp__Port, and the server's certificate."),
        _ when uploadStarted => new Delivery.Undecided("The connection to the mail server was lost after the letter had begun to leave."),
        _ => new Delivery.Busy(pause),
    };
}
