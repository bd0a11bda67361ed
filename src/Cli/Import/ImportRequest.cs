using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Import;

/// <summary>What was asked for on the command line, whatever the file holds.</summary>
/// <param name="Encoding">Null: nothing was said.</param>
/// <param name="Json">Where all rows are to be written; null: nowhere.</param>
internal record ImportRequest(string File, TextEncoding? Encoding, bool DryRun, string? Json);

/// <param name="Pool">Null: the only one there is.</param>
internal sealed record StockRequest(ImportRequest Asked, PoolName? Pool) : ImportRequest(Asked);

/// <param name="AsOf">When the file was true; null: when it was written.</param>
internal sealed record OrdersRequest(ImportRequest Asked, string Shop, string? AsOf) : ImportRequest(Asked);

/// <param name="Pool">Null: the only one there is.</param>
/// <param name="Document">Of rows that name none; null: the file's name stands for it.</param>
internal sealed record PurchasesRequest(ImportRequest Asked, PoolName? Pool, string? Document) : ImportRequest(Asked);

/// <param name="By">Who says it.</param>
internal sealed record DefectsRequest(ImportRequest Asked, string Shop, string By) : ImportRequest(Asked);

internal sealed record CarriersRequest(ImportRequest Asked, string Shop) : ImportRequest(Asked);
