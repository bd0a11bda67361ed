using ShipBy.Domain.Deadlines;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public class RuleWordsTests
{
    [Theory]
    [InlineData("en", DeadlineRule.PlatformLimit, null, "marketplace's shipment date")]
    [InlineData("ru", DeadlineRule.PlatformLateness, null, "позже считается просрочкой")]
    [InlineData("zh-CN", DeadlineRule.PromisedTime, "orders.delivery_time", "该订单承诺的发货时间")]
    [InlineData("en", DeadlineRule.HoursAfterPayment, "consign_interval, 72 h", "72 h after payment")]
    [InlineData("en", DeadlineRule.HoursAfterPayment, "consign_interval", "set time after payment")]
    [InlineData("en", DeadlineRule.HoursAfterPayment, null, "set time after payment")]
    [InlineData("en", DeadlineRule.HandlingTime, "48 h", "shop's handling time, 48 h")]
    [InlineData("ru", DeadlineRule.HandlingTime, "16.5 working h", "срок обработки магазина, 16.5 рабочих ч")]
    [InlineData("en", DeadlineRule.HandlingTime, "two days", "shop's handling time")]
    [InlineData("en", DeadlineRule.Promotion, "11.11, big sale, 72 h, official", "promotion: 11.11, big sale")]
    [InlineData("zh-CN", DeadlineRule.Promotion, "双11, 16 working h, projection", "活动（日期为预计）：双11")]
    [InlineData("ru", DeadlineRule.Promotion, " ", "период акции")]
    [InlineData("en", DeadlineRule.Promotion, "Sale\r\nBcc: x", "promotion: Sale Bcc: x")]
    public void ARule_IsTold_WithWhatIsUnderstoodOfItsDetail(string language, DeadlineRule kind, string? detail, string expected) =>
        Assert.Equal(expected, Words.In(language).Rule.Of(new ShipByRule(kind, Sample.Now, detail)));

    [Theory]
    [InlineData(CarrierPickUp.NotPlanned, "marketplace's limit to pack")]
    [InlineData(CarrierPickUp.LastBeforeLimit, "last pick-up before the limit (marketplace's limit to pack)")]
    [InlineData(CarrierPickUp.NoneLeft, "marketplace's limit to pack")]
    public void APickUp_IsNamed_WhereItSetTheDate(CarrierPickUp pickUp, string expected) =>
        Assert.Equal(expected, Words.In("en").Rule.Of(new ShipByRule(DeadlineRule.PackLimit, Sample.Now, null, pickUp)));
}
