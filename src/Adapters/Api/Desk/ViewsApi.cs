using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Preparing;

namespace ShipBy.Adapters.Api.Desk;

/// <summary>Named filters and checklists.</summary>
public sealed class ViewsApi(SavedViews views, Checklists checklists, Pools pools) : IApiArea
{
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get("views", async call => ApiCall.Answer(new { Views = await views.AllAsync(call.Cancel) })),
        ApiRoute.Post("views/save", SaveAsync),
        ApiRoute.Post("views/forget", async call => call.Text("name") is { } name ? ApiCall.Answer(new { done = await views.ForgetAsync(name, call.Cancel) }) : ApiCall.Lacks("name is missing.")),
        ApiRoute.Get("checklists/one", async call => call.Query["shop"] is [{ Length: > 0 } shop] && IsShop(shop) ? ApiCall.Answer(new { Shop = shop, Entries = await checklists.OfAsync(shop, call.Cancel) }) : LacksShop),
        ApiRoute.Post("checklists/save", async call => call.Text("shop") is { } shop && IsShop(shop)
            ? ApiCall.Answer(new { done = await checklists.SetAsync(shop, string.Join('\n', call.Texts("entries")), call.Cancel) })
            : LacksShop),
    ];

    private static IResult LacksShop => ApiCall.Lacks("shop is missing or unknown; name it as in the settings.");

    private bool IsShop(string name) => pools.OnTheDesk.Any(shop => shop.Name == name);

    private async Task<IResult> SaveAsync(ApiCall call) => call.Text("name") is { Length: <= SavedViews.LongestName } name && call.Text("query") is { } query
        ? await views.SaveAsync(new SavedView(name, query), call.Cancel) ? ApiCall.Answer(new { done = true }) : ApiCall.Answer(new { done = false, error = $"There are {SavedViews.Most} views already; forget one first." }, StatusCodes.Status409Conflict)
        : ApiCall.Lacks($"name (at most {SavedViews.LongestName} signs) or query is missing.");
}
