using System.IO.Compression;
using NodaTime;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Quality;

/// <summary>Real orders of forty sellers, each a shop whose orders came by a file: their key figures are those that plain loops over the file give.</summary>
public sealed class RealOrderFiguresTests
{
    /// <value>The sample's zone is not told; in this one there is no summer time, and its days differ from Greenwich's.</value>
    private const string Zone = "America/Fortaleza";

    /// <summary>Both sides of the borders: a limit to the second, midnight there, cancelled before and after the hand-over, two defects on one order, an arrival late on the promised day.</summary>
    private const string Own = """
        order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,delivered_customer_date,estimated_delivery_date,review_score,customer_state,seller_state,n_items,items,total_price
        01,anna,delivered,2018-01-31 23:59:59,2018-02-01 00:30:00,2018-02-03 12:00:00,2018-02-03 12:00:00,2018-02-09 23:59:58,2018-02-09 00:00:00,5,SP,SP,1,mug x 1,10.00
        02,anna,delivered,2018-01-31 00:00:00,2018-01-31 01:00:00,2018-01-31 23:59:59,2018-02-01 00:00:00,2018-02-10 00:00:00,2018-02-09 00:00:00,1,SP,SP,2,mug x 2,20.00
        03,anna,canceled,2018-01-30 12:00:00,2018-01-30 12:00:01,2018-02-01 12:00:00,,,2018-02-09 00:00:00,1,SP,SP,1,mug x 1,10.00
        93,anna,canceled,2018-01-30 12:00:00,2018-01-30 12:00:01,2018-02-01 12:00:00,,,2018-02-09 00:00:00,3,SP,SP,1,mug x 1,10.00
        c3,anna,canceled,2018-01-30 12:00:00,,2018-02-01 12:00:00,,,2018-02-09 00:00:00,,SP,SP,1,mug x 1,10.00
        04,anna,canceled,2018-01-02 00:00:00,2018-01-02 12:00:01,2018-01-04 12:00:00,2018-01-04 12:00:01,,2018-02-09 00:00:00,2,SP,SP,1,mug x 1|pen x 3,10.00
        05,anna,processing,2018-01-01 23:59:59,2018-01-02 00:00:00,2018-01-31 12:00:00,,,2018-02-09 00:00:00,4,SP,SP,1,mug x 1,10.00
        06,anna,shipped,2018-01-31 20:00:00,2018-01-31 23:00:00,2018-02-02 12:00:00,2018-01-31 19:00:00,,2018-02-09 00:00:00,4,SP,SP,1,mug x 1,10.00
        07,boris,delivered,2018-01-31 21:00:00,2018-01-31 21:00:00,2018-02-02 12:00:00,,2018-02-03 10:00:00,2018-02-09 00:00:00,3,SP,SP,1,mug x 1,10.00
        """;

    [Fact]
    public async Task OurOwnOrders()
    {
        var shops = new ManyShops(PlainRow.Read(Own.Split('\n')), Zone);
        await shops.ImportAsync();

        var january = (await shops.SheetAsync(new LocalDate(2018, 1, 31))).FiguresOf("anna").ToDictionary(figure => figure.Definition.Name, figure => (figure.Now.Hits, figure.Now.Population));

        Assert.Equal((4, 8), january[FigureName.DefectRate]);           // 02 and 04 late and badly rated, 03 cancelled by us and badly rated, 05 overdue
        Assert.Equal((3, 8), january[FigureName.AmazonDefectRate]);
        Assert.Equal((3, 3), january[FigureName.LateRate]);             // 01 and 06 are due in February
        Assert.Equal((1, 7), january[FigureName.CancelRate]);           // 05 was placed a second before the thirty days began
        Assert.Equal((1, 7), january[FigureName.BuyerCancelRate]);
        Assert.Equal((1, 7), january[FigureName.OtherCancelRate]);
        Assert.Equal((1, 2), (await shops.SheetAsync(new LocalDate(2018, 2, 10))).FiguresOf("anna").Where(figure => figure.Definition.Name == FigureName.CarrierOnTime).Select(figure => (figure.Now.Hits, figure.Now.Population)).Single());
        await AssertAsync(shops, [new(2018, 1, 31), new(2018, 2, 1), new(2018, 2, 10), new(2018, 3, 1), new(2018, 3, 2), new(2018, 3, 31), new(2018, 4, 1)]);
    }

    [Fact]
    public async Task OrdersOfOlist()
    {
        var file = Path.Combine(Path.GetDirectoryName(RepositoryRoot.Folder)!, "shared", "data", "olist", "orders-sample.csv.gz");
        Assert.SkipUnless(File.Exists(file), "The sample of real orders (../shared/data/olist) is not on this machine.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var shops = new ManyShops(PlainRow.Read((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)), Zone);

        await shops.ImportAsync();

        Assert.Equal((40, 881), (shops.Shops.Count, shops.Rows.Count));
        await AssertAsync(shops, [new(2017, 4, 30), new(2017, 11, 30), new(2018, 1, 31), new(2018, 3, 15), new(2018, 5, 31), new(2018, 8, 29)]);
    }

    /// <summary>The same whether all orders are in the ledger, some, or only those that are open.</summary>
    private static async Task AssertAsync(ManyShops shops, IReadOnlyList<LocalDate> days)
    {
        var known = await CheckAsync();
        Assert.True(known > 0);

        await shops.LeaveAsync();
        var some = await shops.PlacesAsync();
        Assert.Equal(known, await CheckAsync());

        shops.Pass(TimeSpan.FromHours(13));
        await shops.LeaveAsync();
        var last = await shops.PlacesAsync();
        Assert.Equal(known, await CheckAsync());
        Assert.True(some.There > 0 && last.There > some.There && last.Here > 0);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{shops.Rows.Count} orders of {shops.Shops.Count} shops: {known} figures with orders behind them, on {days.Count} days"));

        async Task<int> CheckAsync()
        {
            var sum = 0;
            foreach (var day in days)
            {
                sum += await shops.CheckAsync(day);
            }

            return sum;
        }
    }
}
