using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using static ShipBy.Adapters.SellerFiles.Orders.OrderColumn;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>Whom an order goes to, as a row of a file says it.</summary>
internal static class RecipientCells
{
    /// <returns>Null where the row says nothing of them.</returns>
    public static Recipient? Read(CsvCells cells)
    {
        var (region, city, address) = cells[Region].Length == 0 && cells[City].Length == 0 ? Parted(cells[Address]) : (cells[Region], cells[City], cells[Address]);
        return WireRecipient.Of(new Recipient
        {
            Name = cells[OrderColumn.Recipient],
            Phone = cells[Phone],
            Country = cells[Country],
            Region = region,
            City = city,
            Address = address,
            PostalCode = cells[PostalCode],
        });
    }

    /// <summary>Taobao writes province, city and the rest into one cell, parted by spaces. Another address of one cell stays whole.</summary>
    private static (string? Region, string? City, string Address) Parted(string address) => address.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
    {
        [var province, var city, var rest] when "省市区".Contains(province[^1], StringComparison.Ordinal) => (province, city, rest),
        _ => (null, null, address),
    };
}
