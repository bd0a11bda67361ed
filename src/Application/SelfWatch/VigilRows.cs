using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch;

/// <summary>An order that only one side has as open.</summary>
/// <param name="IsTheirs">Whether the marketplace has it and we do not.</param>
/// <param name="Since">When that was first seen.</param>
public sealed record ListGap(string Number, bool IsTheirs, Instant Since);

/// <summary>What is written down about ShipBy itself in one pool.</summary>
public sealed class VigilRows(IReadOnlyList<Stored> rows)
{
    private readonly Dictionary<RowKey, Stored> _rows = rows.ToDictionary(stored => stored.Row.Key);

    public IEnumerable<WatchRow> Watches => rows.Select(stored => stored.Row).OfType<WatchRow>();

    public IEnumerable<OperationalAlert> Alerts => rows.Select(stored => stored.Row).OfType<AlertRow>().Select(row => row.Alert);

    public Instant? LastSignOf(string name) => (Find(RowKey.Beat(name))?.Row as BeatRow)?.At;

    public IReadOnlyList<ListGap> GapsOf(string shop) => (Find(RowKey.Gap(shop))?.Row as GapRow)?.Gaps ?? [];

    public bool IsOpen(string gate, Instant now) => Find(RowKey.Gate(gate))?.Row is not GateRow row || row.NextAt <= now;

    public Stored? Find(RowKey key) => _rows.GetValueOrDefault(key);

    /// <summary>The change that brings the row to what it shall be, under the version that was read.</summary>
    public RowChange Write(LedgerRow row) => Find(row.Key) is { } stored ? new RowChange.Replace(row, stored.Version) : new RowChange.Insert(row);
}
