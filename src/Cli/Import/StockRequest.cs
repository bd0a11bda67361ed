using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Import;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Pool">Null: the only one there is.</param>
/// <param name="Encoding">Null: nothing was said.</param>
/// <param name="Json">Where all rows are to be written; null: nowhere.</param>
internal sealed record StockRequest(string File, PoolName? Pool, TextEncoding? Encoding, bool DryRun, string? Json);
