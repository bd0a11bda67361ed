using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether of some carrier fewer waybill numbers are left than the seller wants always to have.</summary>
/// <remarks>Costs two requests each quarter of an hour where a carrier has such a line, and nothing elsewhere: that there is a line stands among the rows that every pass reads.</remarks>
public sealed class WaybillCheck(WaybillStock stock) : ISelfCheck
{
    internal static Duration Pause { get; } = Duration.FromMinutes(15);

    /// <value>There is one while a carrier has a line.</value>
    internal static string Gate => nameof(WaybillCheck);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.LowWaybills];

    /// <value>Has a gate of its own, which is there only where it is needed.</value>
    public Duration? Every => null;

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        if (!scope.IsHome || scope.Trigger != Trigger.DeliverOutbox || scope.Rows.Find(RowKey.Gate(Gate)) is not { } gate || !scope.Rows.IsOpen(Gate, scope.Now))
        {
            return SelfCheckAnswer.AllIsWell with { IsBlind = true };
        }

        var lines = (await stock.LinesAsync(cancel))?.Lines ?? [];
        if (lines.Count == 0 && scope.Rows.Alerts.All(alert => alert.Kind != OperationalAlertKind.LowWaybills))
        {
            return SelfCheckAnswer.AllIsWell with { Remember = [new RowChange.Delete(gate.Row.Key, gate.Version)] };
        }

        var lots = await stock.OpenAsync(cancel);
        var low = from line in lines
                  let left = lots.Where(stored => stored.Lot.Carrier.Equals(line.Carrier, StringComparison.OrdinalIgnoreCase)).Sum(stored => stored.Lot.Left)
                  where left < line.AtLeast
                  select new OperationalFinding(OperationalAlertKind.LowWaybills, line.Carrier, Severity.Warning, new AlertFacts(Count: left, Other: line.AtLeast));
        return new SelfCheckAnswer([.. low]) { Remember = [scope.Rows.Write(new GateRow(Gate, scope.Now + Pause))] };
    }
}
