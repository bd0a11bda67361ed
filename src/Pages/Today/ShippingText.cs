using System.Globalization;
using ShipBy.Application.Desk;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Today;

/// <summary>Puts into words what a person should look at before an order ships, and what its shop was told.</summary>
internal static class ShippingText
{
    public static string Questions(IEnumerable<ReviewReason> reasons, Words words) => words.Shipping.Questions(string.Join(words.ListGap, reasons.Select(words.Shipping.Question)));

    public static string Instruction(Instruction asked, Words words) => words.Shipping.Instruction(asked.Kind, asked.State, asked.Refusal ?? "");

    public static string RefusedMessages(TodayShop shop, Words words) => words.Shipping.RefusedMessages(string.Join(
        words.ListGap,
        shop.RefusedMessages.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} × {count.Value}"))));
}
