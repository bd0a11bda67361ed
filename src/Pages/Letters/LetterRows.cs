using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>Puts orders into words, as of one instant.</summary>
/// <param name="costs">What missing them costs; those of which somebody knows.</param>
/// <param name="publicUrl">Address of the deployment, as it is set.</param>
internal sealed class LetterRows(Words words, ShopClock clock, Instant now, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, string publicUrl)
{
    /// <param name="goods">Characters that the goods may take.</param>
    /// <param name="marksReminders">Whether it is said of the order that somebody asked for it; not where the whole letter is that.</param>
    public LetterRow Of(WarningLine line, int goods, bool marksReminders) => new(
        line.IsOvertaken ? words.Letter.NoLongerDue : TimeLeft.Tell(line.Deadline - now, words.Time),
        line.IsOvertaken ? RowTone.Over : line.Deadline < now ? RowTone.Late : RowTone.Due,
        clock.Tell(line.Deadline),
        Short(line.Order.Number, 60),
        Short(line.Order.Shop, 40),
        Short(line.Goods, goods),
        line.Value is { } value ? MoneyText.Tell(value, words.Numbers) : null,
        words.Orders.State(line.State, line.MissingUnits),
        line.State is OrderState.OutOfStock or OrderState.SetAside)
    {
        Attention = Attention(line, marksReminders),
        Rule = line is { IsOvertaken: false, Rule: { } rule } ? words.Rule.Of(rule) : null,
        Cost = !line.IsOvertaken && costs.TryGetValue(line.Order, out var cost) ? CostText.Tell(cost, words) : null,
        Links = DeskLink.To(publicUrl, line.Order) is { } url ? [new LetterLink(url, words.Letter.Open)] : [],
    };

    public static string Short(string text, int length) => Plain.Cut(Plain.OneLine(text), length);

    private string? Attention(WarningLine line, bool marksReminders)
    {
        string[] said =
        [
            .. line.HasNoPickUpLeft ? [words.Letter.NoPickUpLeft] : Array.Empty<string>(),
            .. line.Owner is { } owner ? [words.Letter.Owner(Short(owner, AttentionPolicy.LongestName))] : Array.Empty<string>(),
            .. marksReminders && line.Rungs.Contains(Rung.Reminder) ? [words.Letter.AskedFor] : Array.Empty<string>(),
        ];
        return said.Length == 0 ? null : string.Join(" · ", said);
    }
}
