using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>Everything the local driver ever says.</summary>
internal static partial class DriverLog
{
    [LoggerMessage(9001, LogLevel.Information, "{Functions} functions are served: {Names}.")]
    public static partial void Serving(ILogger log, int functions, string names);

    [LoggerMessage(9002, LogLevel.Critical, "The host does not start. {Reason}")]
    public static partial void Refused(ILogger log, string reason);

    [LoggerMessage(9003, LogLevel.Warning, "The stop was cut short; {Outstanding} runs were left.")]
    public static partial void CutShort(ILogger log, int outstanding);

    [LoggerMessage(9004, LogLevel.Warning, "No key is set and none could be kept; one was made for this run alone.")]
    public static partial void KeysNotKept(ILogger log, Exception failure);

    [LoggerMessage(9005, LogLevel.Critical, "The host ends: {Function} listens no more, which is a defect of the host.")]
    public static partial void ListenerDied(ILogger log, Exception failure, string function);

    [LoggerMessage(9101, LogLevel.Error, "Timer {Function} failed; it runs again when it is due next.")]
    public static partial void TimerFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(9102, LogLevel.Warning, "The status of timer {Function} could not be read or written.")]
    public static partial void TimerStatusFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(9103, LogLevel.Warning, "The lease {Lease} was lost; its timer rests here.")]
    public static partial void LeaseLost(ILogger log, string lease);

    [LoggerMessage(9104, LogLevel.Warning, "Storage did not answer about the lease {Lease}.")]
    public static partial void LeaseRefused(ILogger log, Exception failure, string lease);

    [LoggerMessage(9201, LogLevel.Error, "Message {Message} of {Queue} failed, seen {Count} times.")]
    public static partial void MessageFailed(ILogger log, Exception failure, string queue, string message, long count);

    [LoggerMessage(9202, LogLevel.Warning, "Message {Message} of {Queue} was moved to {Poison}.")]
    public static partial void MessagePoisoned(ILogger log, string queue, string message, string poison);

    [LoggerMessage(9203, LogLevel.Debug, "Message {Message} of {Queue} belongs to somebody else by now.")]
    public static partial void MessageLost(ILogger log, string queue, string message);

    [LoggerMessage(9204, LogLevel.Warning, "Message {Message} of {Queue} could not be kept hidden; trying again sooner.")]
    public static partial void RenewalFailed(ILogger log, Exception failure, string queue, string message);

    [LoggerMessage(9205, LogLevel.Error, "Message {Message} of {Queue} could not be settled; it comes again.")]
    public static partial void SettlingFailed(ILogger log, Exception failure, string queue, string message);

    [LoggerMessage(9206, LogLevel.Warning, "Queue {Queue} could not be read.")]
    public static partial void PollFailed(ILogger log, Exception failure, string queue);

    [LoggerMessage(9207, LogLevel.Information, "Messages of {Queue} come again, twice and in any order, by the seed {Seed}.")]
    public static partial void ChaosReigns(ILogger log, string queue, int seed);

    [LoggerMessage(9301, LogLevel.Error, "HTTP function {Function} failed.")]
    public static partial void HttpFailed(ILogger log, Exception failure, string function);

    [LoggerMessage(9302, LogLevel.Error, "HTTP function {Function} gave no answer in {Seconds} s.")]
    public static partial void HttpTooSlow(ILogger log, string function, double seconds);
}
