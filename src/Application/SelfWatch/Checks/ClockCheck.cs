using NodaTime;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether our clock agrees with those of the marketplaces and of the storage account. Costs nothing: their answers came anyway.</summary>
public sealed class ClockCheck(IEnumerable<IForeignClock> clocks) : ISelfCheck
{
    private static readonly Duration Wrong = Duration.FromMinutes(2);
    private static readonly Duration VeryWrong = Duration.FromMinutes(10);

    /// <value>An older reading says nothing about now.</value>
    private static readonly Duration Stale = Duration.FromMinutes(30);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.ClockOff];

    /// <value>In the outbox timer's passes, so that it is one instance's clock that is judged.</value>
    public Duration? Every => Duration.Zero;

    public Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var readings = scope.IsHome ? clocks.Select(clock => clock.Last).OfType<ForeignTime>().Where(reading => scope.Now - reading.ReadAt < Stale).ToList() : [];
        var unread = scope.Rows.Alerts.Where(alert => alert.Kind == OperationalAlertKind.ClockOff && readings.All(reading => reading.Name != alert.Subject)).Select(alert => alert.Subject);
        return Task.FromResult(new SelfCheckAnswer([.. readings.Select(Find).OfType<OperationalFinding>()]) { CannotTell = unread.ToHashSet() });
    }

    private static OperationalFinding? Find(ForeignTime reading)
    {
        var off = Abs(reading.Ahead);
        var surely = off - reading.Doubt;
        return surely <= Wrong
            ? null
            : new OperationalFinding(
                OperationalAlertKind.ClockOff, reading.Name, surely > VeryWrong ? Severity.Critical : Severity.Warning, new AlertFacts(Length: off, Detail: reading.Ahead > Duration.Zero ? "-" : "+"));
    }

    private static Duration Abs(Duration length) => length < Duration.Zero ? -length : length;
}
