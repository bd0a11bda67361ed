using NodaTime;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.SellerFiles.Orders;

/// <summary>Files of orders of the shop <c>tea</c>, in Moscow, made at noon there and read an hour later.</summary>
internal static class OrderFiles
{
    public static Instant AsOf { get; } = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static OrderFileTerms Terms { get; } = new("tea", DateTimeZoneProviders.Tzdb["Europe/Moscow"], IsZoneSet: false, AsOf, AsOf + Duration.FromHours(1)) { Words = OrderFileTerms.ReadWords() };

    public static OrdersFile Read(string text, OrderFileTerms? terms = null) => OrdersFile.Parse(text, "own.csv", terms ?? Terms);

    /// <summary>The only order of a file that is understood whole.</summary>
    public static Posting Single(string text, OrderFileTerms? terms = null)
    {
        var file = Read(text, terms);
        Assert.Empty(file.SetAside);

        return Assert.Single(file.Orders).Posting;
    }

    public static string Goods(Posting posting) => string.Join(' ', posting.Lines.Select(line => $"{line.Quantity}x{line.Sku}"));
}
