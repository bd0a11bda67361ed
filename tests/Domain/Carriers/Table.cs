using NodaTime;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Carriers;

/// <summary>Rows of a seller's table, and the clock they are looked at by: Monday, 2 March 2026, 15:00 in Moscow.</summary>
internal static class Table
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    public static Instant Now { get; } = Sample.Noon;

    public static Recipient Kazan { get; } = new() { City = "г. Казань", Region = "Республика Татарстан", PostalCode = "420000" };

    public static CarrierTariff Row(string name, long? roubles = null, int? days = null) =>
        new() { Id = Guid.NewGuid(), Name = name, Price = roubles is { } price ? new Money(price * 100, "RUB") : null, Days = days };

    public static CarrierAdvice Ask(CarrierQuestion order, params CarrierTariff[] table) => CarrierChoice.Of(order, table, Zone, Now);
}
