namespace ShipBy.Domain.Orders;

/// <summary>Names one order of one shop. The same posting number in two shops is two orders.</summary>
/// <param name="Shop">The shop's name in the settings.</param>
/// <param name="Number">The marketplace's number of the posting, kept as it came, odd characters included.</param>
public sealed record OrderKey(string Shop, string Number)
{
    public override string ToString() => $"{Shop} {Number}";
}
