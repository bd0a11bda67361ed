using Microsoft.AspNetCore.Http;
using ShipBy.Application.Desk;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Preparing;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Orders;

/// <summary>Lets the owner write what is looked at before an order of a shop ships.</summary>
public sealed class ChecklistArea(Checklists checklists, Pools pools, FramePages pages) : IDeskArea
{
    private const string Path = "desk/checklist";

    public IReadOnlyList<DeskRoute> Routes => [DeskRoute.Get(Path, ShowAsync, DeskRole.Owner), DeskRoute.Post(Path, SaveAsync, DeskRole.Owner)];

    internal static string AddressOf(string shop) => Path + QueryString.Create("shop", shop).ToUriComponent();

    private async Task<IResult> ShowAsync(DeskCall call)
    {
        var shop = call.Query["shop"].ToString();
        return IsShop(shop)
            ? await pages.PageAsync<ChecklistPage>(new ChecklistModel(call.Frame, shop, await checklists.OfAsync(shop, call.Cancel), IsSaved: call.Query.ContainsKey("saved")))
            : await pages.NotThereAsync(call);
    }

    /// <summary>Takes <c>shop</c> and <c>entries</c>, one a line.</summary>
    private async Task<IResult> SaveAsync(DeskCall call)
    {
        var shop = call.Form["shop"].ToString();
        return IsShop(shop) && await checklists.SetAsync(shop, call.Form["entries"].ToString(), call.Cancel)
            ? call.To(AddressOf(shop) + "&saved=1")
            : await pages.LackingAsync(call);
    }

    private bool IsShop(string name) => pools.OnTheDesk.Any(shop => shop.Name == name);
}

/// <param name="Entries">Null for a shop that keeps to the standard list.</param>
public sealed record ChecklistModel(PageFrame Frame, string Shop, IReadOnlyList<string>? Entries, bool IsSaved);
