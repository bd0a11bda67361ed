namespace ShipBy.Application.Ledger;

/// <summary>Brings rows that belong together from what they were to what they shall be.</summary>
internal static class RowsWrite
{
    /// <param name="read">The row that was read; its version guards all of them, so that the others follow unseen.</param>
    public static IReadOnlyList<RowChange> Changes(Stored read, IEnumerable<LedgerRow> before, IEnumerable<LedgerRow> after)
    {
        var old = before.ToDictionary(row => row.Key);
        var now = after.ToDictionary(row => row.Key);

        return
        [
            .. now.Values.Where(row => old.GetValueOrDefault(row.Key) != row).Select(Write),
            .. old.Keys.Where(key => !now.ContainsKey(key)).Select(key => new RowChange.Delete(key, VersionOf(key))),
        ];

        RowChange Write(LedgerRow row) => old.ContainsKey(row.Key) ? new RowChange.Replace(row, VersionOf(row.Key)) : new RowChange.Insert(row);

        string? VersionOf(RowKey key) => key == read.Row.Key ? read.Version : null;
    }
}
