using System.Text;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Push;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class OzonPushTests
{
    [Theory]
    [InlineData("TYPE_NEW_POSTING")]
    [InlineData("TYPE_POSTING_CANCELLED")]
    [InlineData("TYPE_STATE_CHANGED")]
    [InlineData("TYPE_CUTOFF_DATE_CHANGED")]
    [InlineData("TYPE_DELIVERY_DATE_CHANGED")]
    public void Read_RingsForThePosting_AndBelievesNothingElse(string type) =>
        Assert.Equal(
            new OzonPush.PostingTouched(Sample.Number, type),
            Read($$"""{"message_type":"{{type}}","posting_number":"{{Sample.Number}}","new_state":7,"products":"?","seller_id":"7","new_cutoff_date":"","in_process_at":null}"""));

    [Fact]
    public void Read_KnowsThePing() => Assert.Equal(new OzonPush.Ping(), Read("""{"message_type":"TYPE_PING","time":"2019-08-24T14:15:22Z"}"""));

    [Theory]
    [InlineData("Buyer_Seller", "Сustomer", true)]      // the first letter is Cyrillic, as in the official sample
    [InlineData("BUYER_SELLER", "customer", true)]
    [InlineData("Buyer_Seller_Select", "Customer", true)]
    [InlineData("Buyer_Seller", "Seller", false)]
    [InlineData("Seller_Support", "Customer", false)]
    [InlineData("", "Customer", false)]
    public void Read_HearsABuyer(string chat, string user, bool isHeard) => Assert.Equal(
        isHeard ? new OzonPush.BuyerWrote() : new OzonPush.Ignored("TYPE_NEW_MESSAGE"),
        Read($$"""{"message_type":"TYPE_NEW_MESSAGE","chat_type":"{{chat}}","user":{"id":"1","type":"{{user}}"},"seller_id":"7"}"""));

    [Theory]
    [InlineData("TYPE_STOCKS_CHANGED")]
    [InlineData("TYPE_NEW_MESSAGE")]
    [InlineData("TYPE_ORDER_NEW")]
    [InlineData("TYPE_OF_TOMORROW")]
    public void Read_LeavesOtherTypesAlone(string type) => Assert.Equal(new OzonPush.Ignored(type), Read($$"""{"message_type":"{{type}}","posting_number":7}"""));

    [Theory]
    [InlineData("", "line 1", false)]
    [InlineData("{\n\"message_type\":", "line 2", false)]
    [InlineData("[]", "not an object", false)]
    [InlineData("{}", "message_type is missing", true)]
    [InlineData("""{"message_type":null}""", "message_type is missing", true)]
    [InlineData("""{"message_type":"TYPE_NEW_POSTING"}""", "posting_number is missing in TYPE_NEW_POSTING", true)]
    [InlineData("""{"message_type":"TYPE_NEW_POSTING","posting_number":""}""", "posting_number is missing", true)]
    [InlineData("""{"message_type":"TYPE_NEW_POSTING","posting_number":{"a":1}}""", "posting_number is missing", true)]
    public void Read_SaysWhatIsMissing(string body, string reason, bool missing)
    {
        var unreadable = Assert.IsType<OzonPush.Unreadable>(Read(body));

        Assert.Contains(reason, unreadable.Reason, StringComparison.Ordinal);
        Assert.Equal(missing, unreadable.FieldMissing);
    }

    [Fact]
    public void Read_RefusesANumber_ThatNoPostingHas() =>
        Assert.IsType<OzonPush.Unreadable>(Read($$"""{"message_type":"TYPE_NEW_POSTING","posting_number":"{{new string('1', 101)}}"}"""));

    [Fact]
    public void Read_ForgivesAByteOrderMark() => Assert.Equal(new OzonPush.Ping(), Read("\uFEFF{\"message_type\":\"TYPE_PING\"}"));

    [Fact]
    public void TheAnswers_AreWordedAsTheMarketplaceWantsThem()
    {
        Assert.Equal("""{"version":"0.1.0","name":"ShipBy","time":"2026-11-20T12:00:00Z"}""", JsonSerializer.Serialize(OzonPushAnswer.ToPing("0.1.0", Sample.Now).Body));
        Assert.Equal("""{"result":true}""", JsonSerializer.Serialize(OzonPushAnswer.Done.Body));
        Assert.Equal(
            """{"error":{"code":"ERROR_PARAMETER_VALUE_MISSED","message":"message_type is missing.","details":null}}""",
            JsonSerializer.Serialize(OzonPushAnswer.Refuse(new OzonPush.Unreadable("message_type is missing.", FieldMissing: true)).Body));
        Assert.Equal((200, 200, 503), (OzonPushAnswer.ToPing("1", Sample.Now).Status, OzonPushAnswer.Done.Status, OzonPushAnswer.TryAgain.Status));
    }

    private static OzonPush Read(string body) => OzonPushReader.Read(Encoding.UTF8.GetBytes(body));
}
