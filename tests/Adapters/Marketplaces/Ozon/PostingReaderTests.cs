using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class PostingReaderTests
{
    [Fact]
    public void Read_TakesWhatTheDeadlineAndTheShelfNeed()
    {
        var posting = Sound(Sample.Posting());

        Assert.Equal(new OrderKey("main", Sample.Number), posting.Key);
        Assert.Equal((PostingStatus.AwaitingPackaging, "awaiting_packaging"), (posting.Status, posting.RawStatus));
        Assert.Equal(Sample.At("2026-11-20T06:00:00Z"), posting.InProcessAt);
        Assert.Equal(Sample.At("2026-11-21T09:00:00Z"), posting.ShipBy);
        Assert.Equal([new Limit(LimitClock.Lateness, Sample.At("2026-11-24T16:59:00Z"), DeadlineRule.PlatformLateness)], posting.Limits);
        Assert.Equal("P", posting.Carrier);
        Assert.Null(posting.CancelReason);
        var line = Assert.Single(posting.Lines);
        Assert.Equal(("A-1", "N", 2, new Money(153000, "RUB")), (line.Sku.Value, line.Name, line.Quantity, line.Price));
    }

    [Theory]
    [InlineData("awaiting_verification", PostingStatus.AwaitingConfirmation)]
    [InlineData("awaiting_approve", PostingStatus.AwaitingConfirmation)]
    [InlineData("awaiting_packaging", PostingStatus.AwaitingPackaging)]
    [InlineData("awaiting_registration", PostingStatus.AwaitingHandOver)]
    [InlineData("awaiting_deliver", PostingStatus.AwaitingHandOver)]
    [InlineData("awaiting_delivery", PostingStatus.AwaitingHandOver)]       // the official prose's slip
    [InlineData("not_accepted", PostingStatus.AwaitingHandOver)]
    [InlineData("acceptance_in_progress", PostingStatus.HandedOver)]
    [InlineData("arbitration", PostingStatus.HandedOver)]
    [InlineData("client_arbitration", PostingStatus.HandedOver)]
    [InlineData("delivering", PostingStatus.HandedOver)]
    [InlineData("driver_pickup", PostingStatus.HandedOver)]
    [InlineData("sent_by_seller", PostingStatus.HandedOver)]
    [InlineData("delivered", PostingStatus.Delivered)]
    [InlineData("cancelled", PostingStatus.Cancelled)]
    [InlineData("canceled", PostingStatus.Cancelled)]
    [InlineData("cancelled_from_split_pending", PostingStatus.Split)]
    public void Read_KnowsTheWord_OfEachStatus(string word, PostingStatus expected)
    {
        var posting = Sound(Sample.Posting("awaiting_packaging", word));

        Assert.Equal((expected, word), (posting.Status, posting.RawStatus));
    }

    [Theory]
    [InlineData("awaiting_deliver", null)]
    [InlineData("not_accepted", TransitSign.NotAccepted)]
    [InlineData("acceptance_in_progress", TransitSign.HandedOver)]
    [InlineData("sent_by_seller", TransitSign.HandedOver)]
    [InlineData("arbitration", TransitSign.NotAccepted)]
    [InlineData("client_arbitration", TransitSign.HandedOver)]
    [InlineData("delivering", TransitSign.Scanned)]
    [InlineData("Driver_Pickup", TransitSign.Scanned)]
    [InlineData("delivered", TransitSign.Arrived)]
    [InlineData("cancelled", TransitSign.Returned)]
    public void Read_KnowsWhereTheParcelIs(string word, TransitSign? expected) =>
        Assert.Equal(
            expected is { } sign ? new Sighting(sign, word, Sample.At("2026-11-22T06:00:00Z")) : null,
            Sound(Sample.Posting("\"awaiting_packaging\",\"substatus\":\"posting_created\"", $"\"{word}\",\"substatus\":\"\"")).SeenAt(Sample.At("2026-11-22T06:00:00Z")));

    [Theory]
    [InlineData("delivering", "posting_on_way_to_city", "posting_on_way_to_city")]      // its status stays the same for weeks
    [InlineData("delivering", "posting_in_pickup_point", "posting_in_pickup_point")]
    [InlineData("acceptance_in_progress", "posting_acceptance_in_progress", "posting_acceptance_in_progress")]
    [InlineData("not_accepted", "posting_not_in_sort_center", "not_accepted")]
    [InlineData("delivered", "posting_received", "delivered")]
    public void Read_TakesTheSubstatusForAMove_WhileTheParcelTravels(string status, string substatus, string expected) => Assert.Equal(
        expected,
        Sound(Sample.Posting("\"awaiting_packaging\",\"substatus\":\"posting_created\"", $"\"{status}\",\"substatus\":\"{substatus}\"")).SeenAt(Sample.At("2026-11-22T06:00:00Z"))?.Word);

    [Theory]
    [InlineData("\"quantity\":2", "\"quantity\":0", "quantity is 0")]
    [InlineData("\"quantity\":2", "\"quantity\":-1", "quantity is -1")]
    [InlineData("\"quantity\":2", "\"quantity\":1000001", "quantity is 1000001")]
    [InlineData("\"quantity\":2", "\"quantity\":1.5", "quantity is not a whole number")]
    [InlineData("\"quantity\":2", "\"quantity\":\"two\"", "quantity is not a whole number")]
    [InlineData("\"quantity\":2", "\"quantity\":null", "quantity is not a whole number")]
    [InlineData("\"quantity\":2", "\"quantity\":1e300", "quantity is not a whole number")]
    [InlineData("\"offer_id\":\"A-1\"", "\"offer_id\":\" \"", "offer_id is blank")]
    [InlineData("\"offer_id\":\"A-1\",", "", "offer_id is blank")]
    [InlineData("\"offer_id\":\"A-1\"", "\"offer_id\":\"\\ud800\"", "offer_id is blank")]
    [InlineData("[{\"sku\":900000001", "[7,{\"sku\":900000001", "products[0] is not an object")]
    [InlineData("\"products\":[", "\"products\":[],\"imei\":[", "products is empty")]
    [InlineData("\"products\":[", "\"products\":null,\"imei\":[", "products is empty")]
    [InlineData("awaiting_packaging", "awaiting_godot", "status 'awaiting_godot' is not a known word")]
    [InlineData("\"awaiting_packaging\"", "null", "status is missing")]
    [InlineData("2026-11-21T09:00:00Z", "tomorrow", "shipment_date cannot be read")]
    public void Read_KeepsAFlawedPosting_AndNamesTheField(string part, string with, string flaw)
    {
        var posting = Read(Sample.Posting(part, with)).Posting;

        Assert.NotNull(posting);
        Assert.Equal(Sample.Number, posting.Key.Number);
        Assert.Contains(flaw, posting.Flaw, StringComparison.Ordinal);
        Assert.EndsWith(".", posting.Flaw, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeepsTheGoodLines_BesideABadOne()
    {
        var posting = Read(Sample.Posting("\"products\":[", "\"products\":[{\"offer_id\":\"B\",\"quantity\":0},")).Posting;

        Assert.Contains("products[0].quantity", posting!.Flaw, StringComparison.Ordinal);
        Assert.Equal("A-1", Assert.Single(posting.Lines).Sku.Value);
        Assert.Equal(Sample.At("2026-11-21T09:00:00Z"), posting.ShipBy);
    }

    [Theory]
    [InlineData(250, false)]
    [InlineData(251, true)]
    public void Read_CallsALongArticleNumber_AFlaw(int length, bool flawed) =>
        Assert.Equal(flawed, Read(Sample.Posting("\"A-1\"", $"\"{new string('a', length)}\"")).Posting!.Flaw is not null);

    [Theory]
    [InlineData(89, 89, false)]
    [InlineData(90, 90, false)]
    [InlineData(91, 90, true)]
    [InlineData(200, 90, true)]
    public void Read_CallsTooManyProducts_AFlaw(int products, int kept, bool flawed)
    {
        var posting = Read(WithProducts(Enumerable.Range(0, products).Select(i => $"P-{i}"))).Posting!;

        Assert.Equal((kept, flawed), (posting.Lines.Count, posting.Flaw is not null));
    }

    [Fact]
    public void Read_FoldsManyLinesOfFewProducts()
    {
        var posting = Sound(WithProducts(Enumerable.Range(0, 100).Select(i => $"P-{i % 2}")));

        Assert.Equal([50, 50], posting.Lines.Select(line => line.Quantity));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("delivering")]
    public void Read_ForgivesProducts_OnceNothingIsToBePacked(string status) =>
        Assert.Null(Read(Sample.Posting("awaiting_packaging", status).Replace("\"quantity\":2", "\"quantity\":0", StringComparison.Ordinal)).Posting!.Flaw);

    [Theory]
    [InlineData("7", "a number")]
    [InlineData("null", "null")]
    [InlineData("\"x\"", "a text")]
    [InlineData("[]", "a list")]
    [InlineData("{}", "posting_number is missing")]
    [InlineData("""{"posting_number":""}""", "posting_number is missing")]
    [InlineData("""{"posting_number":"\udfff"}""", "posting_number is missing")]
    public void Read_SaysWhy_WhenThereIsNoNumber(string element, string reason)
    {
        var read = Read(element);

        Assert.Null(read.Posting);
        Assert.Contains(reason, read.Unreadable!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_480, true)]
    [InlineData(20_481, false)]
    public void Read_TakesANumber_ThatFitsAKey(int length, bool read) =>
        Assert.Equal(read, Read(Sample.Numbered(new string('1', length))).Posting is not null);

    [Theory]
    [InlineData("55/7#1")]
    [InlineData("номер 1")]
    public void Read_KeepsOddNumbers_AsTheyCame(string number) => Assert.Equal(number, Sound(Sample.Numbered(number)).Key.Number);

    [Fact]
    public void AProductWithoutAName_HasItsArticleNumbersBeginning()
    {
        var line = Assert.Single(Sound(Sample.Posting("\"name\":\"N\"", "\"name\":\" \"").Replace("A-1", new string('a', 250), StringComparison.Ordinal)).Lines);

        Assert.Equal(new string('a', OrderLine.MaxNameLength), line.Name);
    }

    [Fact]
    public void Read_CutsALongName_BetweenCharacters()
    {
        var name = new string('n', OrderLine.MaxNameLength - 1) + "😀" + new string('n', 20_000);

        var line = Assert.Single(Sound(Sample.Posting("\"name\":\"N\"", $"\"name\":\"{name}\"")).Lines);

        Assert.Equal(new string('n', OrderLine.MaxNameLength - 1), line.Name);
    }

    [Theory]
    [InlineData("\"posting_number\":\"0100200300-0007-1\"", "\"posting_number\":77")]
    [InlineData("\"quantity\":2", "\"quantity\":\"2\"")]
    [InlineData("\"quantity\":2", "\"quantity\":2.0")]
    [InlineData("\"offer_id\":\"A-1\"", "\"offer_id\":1365")]
    [InlineData("\"sku\":900000001", "\"sku\":\"900000001\"")]
    [InlineData("\"in_process_at\":\"2026-11-20T06:00:00Z\"", "\"in_process_at\":\"\"")]
    [InlineData("\"shipment_date\":\"2026-11-21T09:00:00Z\"", "\"shipment_date\":null")]
    [InlineData("\"shipment_date\":\"2026-11-21T09:00:00Z\"", "\"shipment_date\":\"\"")]
    [InlineData("\"shipment_date\":\"2026-11-21T09:00:00Z\"", "\"shipment_date\":\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"price\":{\"amount\":\"1530\",\"currency\":\"RUB\"}", "\"price\":[]")]
    [InlineData("\"cancellation\":{", "\"cancellation\":null,\"was\":{")]
    [InlineData("\"delivery_method\":{", "\"delivery_method\":[],\"was\":{")]
    public void Read_TakesTheVariation_WithoutAFlaw(string part, string with) => Assert.Null(Sound(Sample.Posting(part, with)).Flaw);

    [Theory]
    [InlineData("2026-11-21T09:00:00Z", "later", null)]                                  // the nearer limit stands: nothing is lost
    [InlineData("", "later", "shipment_date_without_delay cannot be read")]
    [InlineData("", "2026-11-24T16:59:00Z", null)]
    [InlineData("", "", null)]
    public void ABrokenMomentOfLateness_MattersWhereItStandsAlone(string shipBy, string lateness, string? flaw)
    {
        var json = Sample.Posting("2026-11-21T09:00:00Z", shipBy).Replace("2026-11-24T16:59:00Z", lateness, StringComparison.Ordinal);

        Assert.StartsWith(flaw ?? "", Read(json).Posting!.Flaw ?? "", StringComparison.Ordinal);
        Assert.Equal(flaw is null, Read(json).Posting!.Flaw is null);
    }

    private static string WithProducts(IEnumerable<string> offers) => Sample.Posting(
        """[{"sku":900000001,"offer_id":"A-1","name":"N","quantity":2,"price":{"amount":"1530","currency":"RUB"},"imei":[]}]""",
        $"[{string.Join(',', offers.Select(offer => $$"""{"offer_id":"{{offer}}","quantity":1}"""))}]");

    private static Posting Sound(string json)
    {
        var posting = Read(json).Posting;
        Assert.NotNull(posting);
        Assert.Null(posting.Flaw);
        return posting;
    }

    private static ReadPosting Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PostingReader.Read(document.RootElement, "main");
    }
}
