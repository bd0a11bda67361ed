using NodaTime;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Tests.Letters;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Wording;

public sealed class ClaimTextTests
{
    [Fact]
    public void AClaim_NamesTheParcel_TheDate_TheValue_AndWhatIsAsked() => Assert.Equal(
        """
        Parcel 1000000004, order 0100200300-0004-1, was handed over to you on Wed 18 Nov, 12:00.
        Since Thu 19 Nov, 12:00 you show it as lost. Please treat this letter as a claim for compensation.
        Value of the goods: 1,580 ₽.
        Please answer in writing, and name the papers that you need from me.
        """,
        Write("en", ConsignmentTrouble.Lost, tracked: true));

    [Fact]
    public void WithoutANumberAndAValue_ItNamesWhatThereIs() => Assert.Equal(
        """
        Посылка по заказу 0100200300-0004-1 передана вам ср 18 ноя, 12:00.
        Отслеживание не меняется с чт 19 ноя, 12:00. Просим установить местонахождение посылки и письменно сообщить срок доставки.
        Просим ответить письменно и указать, какие документы вам нужны.
        """,
        Write("ru", ConsignmentTrouble.Stuck, tracked: false));

    private static string Write(string language, ConsignmentTrouble trouble, bool tracked)
    {
        var line = SampleParcels.Line(trouble, 4, 9);
        var words = Words.In(language);
        return ClaimText.Write(tracked ? line : line with { TrackingNumber = null, Value = null }, words, new ShopClock(DateTimeZoneProviders.Tzdb["Europe/Moscow"], words.Time, Sample.Now)).Replace('\u00A0', ' ');
    }
}
