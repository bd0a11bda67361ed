using ShipBy.Application.Batches;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Pages.Tests.Browsing;
using ShipBy.Pages.Wording;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Pages.Tests.Stockroom;

/// <summary>The stockroom in a real browser, in every language.</summary>
public sealed class StockPictureTests(Pictures pictures) : IClassFixture<Pictures>
{
    private static readonly Guid Taking = Guid.Parse("11111111-1111-1111-1111-111111111111");

    private static readonly Guid Purchase = Guid.Parse("22222222-2222-2222-2222-222222222222");

    private static readonly Guid Batch = Guid.Parse("33333333-3333-3333-3333-333333333333");

    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ThePages_CanBeRead(string language)
    {
        await using var desk = await StockPagesTests.StartAsync(language);
        await FillAsync(desk.World);
        var page = await (await pictures.BrowserAsync()).NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(desk.Address, "/api/desk/stock").AbsoluteUri);
        await page.Locator("input[name=key]").FillAsync(Sample.DeskKey);
        await page.Locator("form button").ClickAsync();
        await Arrival.AtAsync(page, "**/desk/stock*");
        complaints.Clear();     // the browser complains of the 401 that showed the door

        foreach (var (name, path) in new[]
        {
            ("shelf", "stock"), ("product", "stock/product?sku=MUG-1"), ("count", "stock/count"), ("differences", $"stock/taking?id={Taking:N}"),
            ("reorder", "stock/reorder"), ("purchases", "stock/purchases"), ("purchase", $"stock/purchase?id={Purchase:N}&said=In"), ("pick-list", $"ship/pick-list?id={Batch:N}"),
        })
        {
            await page.GotoAsync(new Uri(desk.Address, "/api/desk/" + path).AbsoluteUri);
            await Pictures.TakeAsync(page, $"stockroom/{name}.{language}");
        }

        Assert.Empty(complaints);
        await page.CloseAsync();
    }

    private static async Task FillAsync(TestKit.Worlds.World world)
    {
        var (pool, mug, plate) = (TestKit.Sample.Pool, TestKit.Sample.Mug, Sku.Parse("PLATE-26-BLUE"));
        await world.WriteCardAsync(new ProductCard(mug) { Name = "Кружка 350 мл", Zone = "Б-2", BarCode = "4600000000017", Packaging = "BOX-2", PerPackage = 6, Supplier = "Керамика Юг", Weight = 380, SafetyStock = 6, LeadDays = 14 });
        await world.WriteCardAsync(new ProductCard(Sku.Parse("BOX-2")) { Name = "Коробка 30 × 20 × 15", Zone = "У-1", IsPackaging = true, SafetyStock = 50, Supplier = "Картон-Про" });
        await world.WriteCardAsync(new ProductCard(plate) { Name = "蓝色盘子 26 厘米", Zone = "A-1", SafetyStock = 4 });
        await world.Of<Purchases>().OrderAsync(pool, new PurchaseOrder(Purchase, "Z-2026/017", "Керамика Юг", world.Now, "Anna", [new PurchaseLine(mug, 40), new PurchaseLine(plate, 12)]) { Expected = new NodaTime.LocalDate(2026, 3, 1) }, default);
        await world.Of<Purchases>().ReceiveAsync(pool, Purchase, Guid.NewGuid(), new Dictionary<Sku, int> { [mug] = 10 }, "Anna", default);
        await world.Of<TakeStock>().NoteAsync(pool, Taking, new Dictionary<Sku, int> { [mug] = 2, [plate] = 3, [Sku.Parse("CUP/1 ж")] = 4 }, "Boris", default);

        for (var day = 1; day <= 20; day++)
        {
            var sold = TestKit.Sample.Order with
            {
                Key = TestKit.Sample.Order.Key with { Number = $"sold-{day}" },
                State = OrderState.Shipped,
                ShippedAt = world.Now,
                OrderedAt = world.Now - NodaTime.Duration.FromDays(day),
                Lines = [TestKit.Sample.TwoMugs with { Quantity = 2 + day % 2 }, new OrderLine(plate, "Plate", 1, null)],
            };
            await world.History.TryCommitAsync(pool, new CommitSet().With(new RowChange.Insert(new LedgerRow.OrderRow(sold))), default);
        }

        var posting = TestKit.Sample.Posting with { Lines = [TestKit.Sample.TwoMugs, new OrderLine(plate, "Plate", 1, null)] };
        world.Marketplace.Show(posting);
        await world.RoundAsync();
        await world.Of<ShipBatch>().StartAsync(
            Batch, new BatchWish { Orders = [posting.Key] }, new PlannedBatch(new BatchPlan([new PlannedParcel([await world.OrderAsync(posting.Key.Number)], null)], [], null), null, []), "Anna", default);
    }
}
