using Microsoft.AspNetCore.Http;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Pages.Access;
using ShipBy.Pages.Orders;

namespace ShipBy.Pages.Batches;

/// <summary>What the forms of shipping send: the wish, and the plan's changes to it.</summary>
internal static class BatchForm
{
    public const string Id = "batch", Order = "order", Carrier = "carrier", First = "first", Rule = "rule", Step = "step", Handed = "handed", Stock = "stock", Take = "take", Apart = "apart", Typed = "number:", Planned = "was:", At = "at:", EvenSome = "even-some", All = "all";

    private const int LongestText = 100;

    /// <value>As many as the page shows.</value>
    private const int MostOrders = Today.TodayModel.MaxOrders;

    public static BatchWish Read(IFormCollection form) => new()
    {
        Orders = [.. form[Order].Select(OrderField.Read).OfType<OrderKey>().Distinct().Take(MostOrders)],
        Carrier = TextOf(form, Carrier),
        FirstNumber = TextOf(form, First),
        Rule = Enum.TryParse<NumberRule>(form[Rule], out var rule) && Enum.IsDefined(rule) ? rule : NumberRule.FromTheCarrier,
        FromStock = form.ContainsKey(Stock) && TextOf(form, First) is null,
        Step = form[Step] == "-1" ? -1 : 1,
        IsHandedOver = form.ContainsKey(Handed),
        Apart = form[Apart].Select(OrderField.Read).OfType<OrderKey>().ToHashSet(),
        Typed = TypedIn(form),
    };

    /// <summary>Numbers that differ from what the plan proposed, and those that did so before.</summary>
    private static Dictionary<OrderKey, string> TypedIn(IFormCollection form) => form.Keys
        .Where(name => name.StartsWith(Typed, StringComparison.Ordinal))
        .Select(name => (Order: OrderField.Read(form[At + name[Typed.Length..]]), Number: TextOf(form, name), Proposed: form[Planned + name[Typed.Length..]].ToString()))
        .Where(one => one is { Order: not null, Number: not null } && one.Number != one.Proposed)
        .ToDictionary(one => one.Order!, one => one.Number!);

    /// <summary>Whether somebody emptied a field that had a number: the plan has to be seen again without it.</summary>
    public static bool HasEmptied(IFormCollection form) =>
        form.Keys.Any(name => name.StartsWith(Typed, StringComparison.Ordinal) && TextOf(form, name) is null && TextOf(form, Planned + name[Typed.Length..]) is not null);

    private static string? TextOf(IFormCollection form, string name) => DeskForm.TextOf(form, name, LongestText);
}
