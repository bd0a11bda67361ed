using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Domain.Days;

namespace ShipBy.Application;

/// <summary>What operations will see. Numbers stay; buyers' data and keys never get in.</summary>
public static partial class GuardLog
{
    [LoggerMessage(1001, LogLevel.Information, "Shop {Shop}: {Taken} orders taken, {Changed} changed, {SetAside} set aside.")]
    public static partial void Polled(ILogger log, string shop, int taken, int changed, int setAside);

    [LoggerMessage(1002, LogLevel.Warning, "Shop {Shop} could not be read whole: {Reason} What was read is in; the rest comes with the next poll.")]
    public static partial void PollIncomplete(ILogger log, string shop, string reason);

    [LoggerMessage(1005, LogLevel.Warning, "Shop {Shop}: its messages could not be had: {Reason} The lists were read all the same.")]
    public static partial void NewsFailed(ILogger log, string shop, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "Order {Order} is set aside: {Reason}")]
    public static partial void SetAside(ILogger log, string order, string reason);

    [LoggerMessage(1004, LogLevel.Warning, "Shop {Shop}: a message was refused with {Answer}.")]
    public static partial void MessageRefused(ILogger log, string shop, string answer);

    [LoggerMessage(2001, LogLevel.Information, "Pool {Pool}: {Held} orders held, {OutOfStock} out of stock.")]
    public static partial void Reserved(ILogger log, string pool, int held, int outOfStock);

    [LoggerMessage(2002, LogLevel.Warning, "Pool {Pool}: others were faster {Times} times; the next ring goes on.")]
    public static partial void GaveWay(ILogger log, string pool, int times);

    [LoggerMessage(2003, LogLevel.Information, "Pool {Pool}: {Orders} closed orders moved to the history.")]
    public static partial void Moved(ILogger log, string pool, int orders);

    [LoggerMessage(2101, LogLevel.Information, "Shop {Shop}: the stock of {Products} products was told.")]
    public static partial void Offered(ILogger log, string shop, int products);

    [LoggerMessage(2102, LogLevel.Warning, "Shop {Shop} could not be told its stock: {Reason} What it was told before stays; the next run goes on.")]
    public static partial void OfferFailed(ILogger log, string shop, string reason);

    [LoggerMessage(2201, LogLevel.Information, "Pool {Pool}: {Told} steps told to marketplaces, {Completed} instructions complete, {Refused} refused.")]
    public static partial void CarriedOut(ILogger log, string pool, int told, int completed, int refused);

    [LoggerMessage(2202, LogLevel.Warning, "Shop {Shop} could not be told of an order: {Reason} It is looked at again.")]
    public static partial void ErrandFailed(ILogger log, string shop, string reason);

    [LoggerMessage(3001, LogLevel.Information, "Pool {Pool}: {Orders} orders need a warning.")]
    public static partial void WarningsDecided(ILogger log, string pool, int orders);

    [LoggerMessage(3101, LogLevel.Information, "Pool {Pool}: {Parcels} parcels on their way need a word.")]
    public static partial void ConsignmentsTold(ILogger log, string pool, int parcels);

    [LoggerMessage(4001, LogLevel.Information, "Notice {Notice} accepted: {Warnings} warnings, {Problems} problems.")]
    public static partial void NoticeAccepted(ILogger log, Guid notice, int warnings, int problems);

    [LoggerMessage(4002, LogLevel.Warning, "Notice {Notice} waits {Seconds} s: the channel asks for quiet.")]
    public static partial void NoticeWaits(ILogger log, Guid notice, double seconds);

    [LoggerMessage(4003, LogLevel.Error, "Notice {Notice} was refused: {Reason} It stays in the ledger and is tried again.")]
    public static partial void NoticeRefused(ILogger log, Guid notice, string reason);

    [LoggerMessage(4004, LogLevel.Warning, "Nobody knows whether notice {Notice} arrived: {Reason}")]
    public static partial void NoticeUndecided(ILogger log, Guid notice, string reason);

    [LoggerMessage(4005, LogLevel.Information, "{Kind} of {Day}: its hour has come; something to say: {Said}.")]
    public static partial void DayTold(ILogger log, DayKind kind, LocalDate day, bool said);

    [LoggerMessage(4101, LogLevel.Warning, "A link of a message could not be followed: {Reason} It is good as before.")]
    public static partial void LinkNotFollowed(ILogger log, string reason);

    [LoggerMessage(5001, LogLevel.Warning, "A ring for pool {Pool} got lost: {Reason} The sweep rings again.")]
    public static partial void RingLost(ILogger log, string pool, string reason);

    [LoggerMessage(5002, LogLevel.Warning, "Pool {Pool}: {Reason} The next run goes on.")]
    public static partial void LedgerSilent(ILogger log, string pool, string reason);
}
