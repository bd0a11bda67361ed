using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Application.History;
using ShipBy.Application.Importing;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Quality;

/// <summary>A shop for each seller of the sample, and its figures held against plain ones.</summary>
internal sealed class ManyShops
{
    private readonly World _world;
    private readonly DateTimeZone _zone;

    public ManyShops(IReadOnlyList<PlainRow> rows, string zone)
    {
        Rows = rows;
        Shops = [.. rows.Select(row => row.Seller).Distinct().Select(seller => new Shop(seller, "file", Sample.Pool))];
        _zone = DateTimeZoneProviders.Tzdb[zone];
        _world = new World(options =>
        {
            options.TimeZone = zone;
            options.LookBack = TimeSpan.FromDays(4_000);
        })
        { AddPorts = services => Shops.ToList().ForEach(shop => services.AddSingleton(shop)) };
    }

    public IReadOnlyList<PlainRow> Rows { get; }

    public IReadOnlyList<Shop> Shops { get; }

    public async Task ImportAsync()
    {
        foreach (var shop in Shops)
        {
            var terms = new OrderFileTerms(shop.Name, _zone, IsZoneSet: true, _world.Now, _world.Now) { Words = OrderFileTerms.ReadWords() };
            var file = OrdersFile.Parse(FileOf(shop.Name), "orders.csv", terms);
            Assert.Empty(file.SetAside);
            var import = await _world.Of<ImportOrders>().RunAsync(shop, file.Orders, new Progress<double>(), default);
            Assert.Equal((ImportEnd.Whole, Rows.Count(row => row.Seller == shop.Name)), (import.End, import.Orders.Count));
        }
    }

    public Task LeaveAsync() => _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);

    public void Pass(TimeSpan time) => _world.Clock.Advance(time);

    public async Task<(int Here, int There)> PlacesAsync() => ((await _world.OrdersAsync()).Count, (await _world.Of<PastOrders>().AllAsync(Sample.Pool, default)).Count);

    public Task<QualitySheet> SheetAsync(LocalDate asOf) => _world.Of<LookAtQuality>().RunAsync(default, asOf);

    /// <summary>Every figure of every shop, and of all together.</summary>
    /// <returns>How many of them had orders behind them.</returns>
    public async Task<int> CheckAsync(LocalDate asOf)
    {
        var plain = new PlainFigures(Rows, _world.Now.InZone(_zone).ToDateTimeUnspecified());
        var sheet = await SheetAsync(asOf);
        var known = 0;
        foreach (var shop in (string?[])[null, .. Shops.Select(shop => shop.Name)])
        {
            foreach (var figure in sheet.FiguresOf(shop))
            {
                known += figure.Now.Value is null ? 0 : 1;
                var (hits, population, value) = Expected(plain, figure.Definition.Name, shop, DateOnly.FromDateTime(figure.First.ToDateTimeUnspecified()), DateOnly.FromDateTime(figure.Last.ToDateTimeUnspecified()));
                Assert.True((hits, population, value) == (figure.Now.Hits, figure.Now.Population, figure.Now.Value), $"{figure.Definition.Name} of {shop ?? "all"} on {asOf}: {figure.Now}, and plainly {hits} of {population}, {value}");
            }
        }

        return known;
    }

    private static (long Hits, long Population, decimal? Value) Expected(PlainFigures plain, FigureName name, string? shop, DateOnly first, DateOnly last)
    {
        var orders = plain.ByOrder(shop, first, last);
        var minutes = plain.Minutes(shop, first, last);
        return name switch
        {
            FigureName.DefectRate => Share(orders.Defective, orders.Orders),
            FigureName.AmazonDefectRate => Share(orders.Amazon, orders.Orders),
            FigureName.LateRate => Share(plain.ByLimit(shop, first, last).Late, plain.ByLimit(shop, first, last).Due),
            FigureName.AmazonLateRate => Share(orders.Late, orders.Orders),
            FigureName.CancelRate => Share(orders.BySeller, orders.Orders),
            FigureName.BuyerCancelRate => Share(orders.ByBuyer, orders.Orders),
            FigureName.OtherCancelRate => Share(orders.Otherwise, orders.Orders),
            FigureName.OrderAccuracy => Share(minutes.Count, minutes.Count),       // nobody entered a wrong item
            FigureName.HandlingMean => (0, minutes.Count, minutes.Count == 0 ? null : minutes.Sum() / 60m / minutes.Count),
            FigureName.HandlingMedian => (0, minutes.Count, plain.Hours(shop, first, last, 5)),
            FigureName.HandlingNinety => (0, minutes.Count, plain.Hours(shop, first, last, 9)),
            FigureName.CarrierOnTime => Share(plain.Parcels(shop, first, last).InTime, plain.Parcels(shop, first, last).Arrived),
            FigureName.Satisfaction => Share(plain.Stars(shop, first, last).Satisfied, plain.Stars(shop, first, last).Rated),
            _ => (0, 0, null),      // the sample says nothing of stock and warnings
        };

        static (long, long, decimal?) Share(int hits, int population) => (hits, population, population == 0 ? null : (decimal)hits / population);
    }

    private string FileOf(string seller)
    {
        var text = new StringBuilder("order,sku,quantity,status,created,paid,ship_by,shipped,delivered,deliver_by,review,cancelled_by\n");
        foreach (var row in Rows.Where(row => row.Seller == seller))
        {
            foreach (var item in row.Items.Split('|').Select(item => item.Split(" x ")))
            {
                var status = row.Status switch { "canceled" => "cancelled", "invoiced" or "approved" => "paid", var other => other };
                text.Append(CultureInfo.InvariantCulture, $"{row.Order},{item[0]},{item[1]},{status},{At(row.Purchased)},{At(row.Approved)},{At(row.Limit)},{At(row.Carrier)},{At(row.Received)},{row.Promised:yyyy-MM-dd},{row.Stars},{row.CancelledBy}\n");
            }
        }

        return text.ToString();

        static string At(DateTime? at) => at?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
    }
}
