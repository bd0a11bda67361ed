using Microsoft.AspNetCore.Http;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Stockroom;

/// <summary>Finds what a request of the stockroom is about: a pool, and often one thing in it. An address names it in its query, a form in its fields.</summary>
public sealed class StockDoor(Pools pools, FramePages pages)
{
    public IReadOnlyList<PoolName> Pools => pools.Shown;

    /// <param name="answer">Null where what is named more is not there.</param>
    public async Task<IResult> InPoolAsync(DeskCall call, Func<PoolName, Task<IResult?>> answer) =>
        PoolOf(Named(call, "pool")) is { } pool && await answer(pool) is { } page ? page : await pages.NotThereAsync(call);

    /// <inheritdoc cref="InPoolAsync"/>
    public Task<IResult> AtAsync(DeskCall call, Func<PoolName, Guid, Task<IResult?>> answer) => Guid.TryParse(Named(call, "id"), out var id)
        ? InPoolAsync(call, pool => answer(pool, id))
        : HttpMethods.IsPost(call.Request.Method) ? pages.LackingAsync(call) : pages.NotThereAsync(call);

    /// <summary>The pool of that name, or the first of all where none is named.</summary>
    private PoolName? PoolOf(IEnumerable<string?> named) =>
        named.FirstOrDefault() is { Length: > 0 } name ? pools.Shown.FirstOrDefault(pool => pool.Value == name) : pools.Shown is [var first, ..] ? first : null;

    private static Microsoft.Extensions.Primitives.StringValues Named(DeskCall call, string field) => HttpMethods.IsPost(call.Request.Method) ? call.Form[field] : call.Query[field];
}
