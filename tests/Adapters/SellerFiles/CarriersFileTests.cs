using System.Text;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Carriers;
using ShipBy.Application.Importing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class CarriersFileTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData("tracking_number,event,time\nRA100,accepted,2026-03-02 11:30\n", "utf-8", CarrierEventKind.Accepted)]
    [InlineData("Трек-номер;Событие;Дата события\r\nRA100;Принято в отделении связи;02.03.2026 11:30\r\n", "windows-1251", CarrierEventKind.Accepted)]
    [InlineData("运单号,物流状态,时间\n=\"RA100\",已揽收,2026-03-02 11:30+03:00\n", "gb18030", CarrierEventKind.Accepted)]
    [InlineData("status;extra;date;parcel\nLost;x;2026-03-02T08:30:00Z;RA100\n", "utf-8", CarrierEventKind.Lost)]
    [InlineData("运单号,物流状态,时间\nRA100,已签收,2026/3/2 11:30\n", "utf-8", CarrierEventKind.Delivered)]
    [InlineData("Трек-номер;Статус;Дата\nRA100;Возврат;02.03.2026 11:30\n", "utf-8", CarrierEventKind.Returned)]
    [InlineData("Трек-номер;Статус;Дата\nRA100;Задержка;02.03.2026 11:30\n", "utf-8", CarrierEventKind.Stuck)]
    public async Task AnEvent_IsRead_WhateverTheColumnsAreCalled(string text, string encoding, CarrierEventKind kind)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? new UTF8Encoding(false)).GetBytes(text), TestContext.Current.CancellationToken);

            var (file, _) = CarriersFile.Read(path, TextEncoding.Parse(encoding), Moscow, Now);

            Assert.Equal(new FileCarrierEvent(2, null, "RA100", kind, Now - Duration.FromMinutes(30)), Assert.Single(file.Events));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("RA100;;on the moon;2026-03-01", "line 3, event: 'on the moon' is a word that is not known. Look the parcel up at the carrier's, and add the word with its meaning to")]
    [InlineData("RA100;;lost;", "line 3, time: the cell is empty. Write when it happened.")]
    [InlineData("RA100;;lost;soon", "line 3, time: 'soon' is not a moment that can be read.")]
    [InlineData("RA100;;lost;2026-03-02 12:00:01", "line 3, time: '2026-03-02 12:00:01' is still to come. Times without an offset are read as of Europe/Moscow")]
    [InlineData(";;lost;2026-03-01", "line 3, tracking_number: the cell is empty. Write the parcel's number, or the order's.")]
    [InlineData("1,4E+13;;lost;2026-03-01", "line 3, tracking_number: '1,4E+13' was shortened by the spreadsheet.")]
    public void ARowThatIsNotUnderstood_IsSetAside_AndTheOthersGoIn(string row, string says)
    {
        var file = Read($"tracking_number;order;event;time\nRA1;;lost;2026-03-02 12:00\n{row}\n;A-1;lost;2026-03-01\n");

        Assert.Equal(["RA1", "A-1"], file.Events.Select(told => told.TrackingNumber ?? told.Number));
        Assert.StartsWith(says, Assert.Single(file.SetAside).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AWordThatSaysNothing_IsPassedOver()
    {
        var file = Read("order,event,time\nA-1,registered,2026-03-01\n");

        Assert.Equal((0, 0, "line 2, event: 'registered' says nothing of where the parcel is. It is passed over."), (file.Events.Count, file.SetAside.Count, Assert.Single(file.Remarks).ToString()));
    }

    [Theory]
    [InlineData("", "it has no rows. Begin with the line event,time.")]
    [InlineData("order,event,time\n", "it has a heading and no rows.")]
    [InlineData("order,event\nA-1,lost\n", "line 1, time: there is no such column.")]
    [InlineData("event,time\nlost,2026-03-01\n", "nothing says which parcels they are. Add a column tracking_number or order.")]
    public void AFileWithoutItsColumns_IsRefusedWhole(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidSellerFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static CarriersFile Read(string text) => CarriersFile.Parse(text, "own.csv", CarriersFile.ReadWords(), Moscow, Now);
}
