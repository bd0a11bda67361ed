using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Wire;

/// <summary>Whom an order goes to, in lines that fit a row and a label; empty parts are none.</summary>
internal static class WireRecipient
{
    private const int MaxWordLength = 120;

    /// <value>A street with all that follows; longer than any label takes.</value>
    private const int MaxAddressLength = 400;

    /// <returns>Null where nothing is told of them.</returns>
    public static Recipient? Of(Recipient told)
    {
        var cut = new Recipient
        {
            Name = Line(told.Name, MaxWordLength),
            Phone = Line(told.Phone, MaxWordLength),
            Country = Line(told.Country, MaxWordLength),
            Region = Line(told.Region, MaxWordLength),
            City = Line(told.City, MaxWordLength),
            Address = Line(told.Address, MaxAddressLength),
            PostalCode = Line(told.PostalCode, MaxWordLength),
            Wish = Line(told.Wish, MaxAddressLength),
            Mark = Line(told.Mark, MaxAddressLength),
        };
        return cut == new Recipient() ? null : cut;
    }

    /// <summary>Parts of one line, in the order in which they are read out; those that say nothing are left out.</summary>
    public static string? Joined(string separator, params string?[] parts) => string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim())) is { Length: > 0 } line ? line : null;

    private static string? Line(string? text, int length) => text is not null && Cut.ToLine(text, length) is { Length: > 0 } line ? line : null;
}
