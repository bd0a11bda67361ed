using System.Text;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Push;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The marketplace's own examples, value by value.</summary>
public class ExampleReadingTests
{
    [Theory]
    [InlineData("docs_v3_posting_fbs_unfulfilled_list.json")]
    [InlineData("sdk_v3_posting_fbs_unfulfilled_list.json")]
    public void APage_IsReadWithoutLoss(string file)
    {
        var page = ListPage.Read(Parse(file), "postings")!;
        var read = page.ToPostings("main");

        Assert.False(page.HasNext);
        Assert.Empty(read.Unreadable);
        var posting = Assert.Single(read.Postings);
        Assert.Equal(new OrderKey("main", "23713478-0018-3"), posting.Key);
        Assert.Equal(PostingStatus.AwaitingPackaging, posting.Status);
        Assert.Equal((Sample.At("2021-08-25T10:48:38Z"), Sample.At("2021-08-26T10:00:00Z")), (posting.InProcessAt, posting.ShipBy));
        Assert.Equal(("Ozon Логистика", null, null), (posting.Carrier, posting.CancelReason, posting.Flaw));
        var line = Assert.Single(posting.Lines);
        Assert.Equal(("УТ-0001365", "Мяч, цвет: черный, 5 кг", 1, new Money(125900, "RUB")), (line.Sku.Value, line.Name, line.Quantity, line.Price));
    }

    [Theory]
    [InlineData("docs_v2_posting_fbs_get-by-barcode.json", "Ozon Логистика")]
    [InlineData("sdk_v2_posting_fbs_get-by-barcode.json", null)]
    public void ASinglePosting_IsRead_ThoughItsPriceHasNoCurrency(string file, string? carrier)
    {
        var posting = PostingReader.Read(Parse(file).GetProperty("result"), "main").Posting!;

        Assert.Equal(("57195475-0050-3", PostingStatus.AwaitingPackaging, Sample.At("2021-11-23T10:00:00Z")), (posting.Key.Number, posting.Status, posting.ShipBy));
        Assert.Equal((carrier, null), (posting.Carrier, posting.Flaw));
        Assert.Equal(("250-7898-1", 1, null), (posting.Lines[0].Sku.Value, posting.Lines[0].Quantity, posting.Lines[0].Price));
    }

    [Fact]
    public void ThePushes_RingForWhatTheyName()
    {
        Assert.Equal(new OzonPush.Ping(), Push("sdk_push_type_ping.json"));
        Assert.Equal(new OzonPush.PostingTouched("24219509-0020-1", "TYPE_NEW_POSTING"), Push("push_type_new_posting.json"));
        Assert.Equal(new OzonPush.PostingTouched("24219509-0020-2", "TYPE_STATE_CHANGED"), Push("push_type_state_changed.json"));
        Assert.Equal(new OzonPush.Ignored("TYPE_CREATE_ITEM"), Push("push_type_create_item.json"));
    }

    [Fact]
    public void Stock_IsReadFromItsOldForm()
    {
        var row = Assert.Single(ListPage.Read(Parse("sdk_v1_product_info_stocks-by-warehouse_fbs.json"), "products")!.Elements);

        Assert.Equal([(34L, 5L)], StockRows.FiguresOf(row));
    }

    private static OzonPush Push(string file) => OzonPushReader.Read(Encoding.UTF8.GetBytes(ExampleFiles.Read(file)));

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(ExampleFiles.Read(file));
        return document.RootElement.Clone();
    }
}
