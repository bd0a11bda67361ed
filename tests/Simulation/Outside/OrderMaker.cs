using System.Globalization;
using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>New postings: their goods, their cut-off, their flaws.</summary>
internal sealed class OrderMaker(Play play, Dice dice)
{
    private int _made;

    public static Sku SkuOf(int product) => Sku.Parse(string.Create(CultureInfo.InvariantCulture, $"SKU-{product:D3}"));

    public Posting Make(TrueShop shop, bool isOld, long end)
    {
        var now = play.Scheduler.Instant;
        var number = string.Create(CultureInfo.InvariantCulture, $"{++_made:D4}-{dice.Below(100):D2}");
        var isPaidLate = !isOld && dice.Chance(0.05);
        var isFlawed = dice.Chance(0.03);
        if (isFlawed)
        {
            play.Coverage.Took(Turn.Flawed);
        }

        var posting = new Posting
        {
            // Numbers are given by each shop by itself: two shops may use the same.
            Key = new OrderKey(shop.Shop.Name, number),
            Status = isPaidLate || dice.Chance(0.2) ? PostingStatus.AwaitingConfirmation : PostingStatus.AwaitingPackaging,
            RawStatus = "awaiting",
            InProcessAt = isPaidLate ? null : isOld ? now - Duration.FromMinutes(dice.Between(1, 1_000)) : now,
            ShipBy = dice.Chance(0.06) ? null : isOld && dice.Chance(0.1) ? now - Duration.FromMinutes(dice.Between(1, 400)) : CutOff(now, end),
            Lines = Goods(),
            Flaw = isFlawed ? "The quantity of a product is 0; look at the posting in the seller's cabinet." : null,
        };
        play.Trace.Say($"order {posting.Key} opens: {Text(posting)}");
        return posting;
    }

    /// <summary>Mostly so that a rung of the ladder is reached while the seed plays.</summary>
    public Instant CutOff(Instant now, long end)
    {
        var rung = dice.Pick(play.Ladder.Rungs);
        var reached = now + Duration.FromTicks(dice.Between(-20 * Scheduler.Minute, Math.Max(Scheduler.Minute, end - play.Scheduler.Now)));
        var cutOff = dice.Chance(0.7) ? reached + rung.Before : now + Duration.FromMinutes(dice.Between(20, 30 * 60));

        return Instant.FromUnixTimeSeconds(Instant.Max(cutOff, now + Duration.FromMinutes(2)).ToUnixTimeSeconds());
    }

    public IReadOnlyList<OrderLine> Goods()
    {
        if (play.Plan.Products >= 40 && dice.Chance(0.04))
        {
            play.Coverage.Took(Turn.Large);
            return [.. Enumerable.Range(1 + dice.Below(play.Plan.Products - 30), dice.Between(7, 30)).Select(product => Line(product, 1))];
        }

        var lines = new List<OrderLine>();
        for (var i = dice.Between(1, 3); i > 0; i--)
        {
            lines.Add(Line(1 + dice.Below(play.Plan.Products), dice.Between(1, 3)));
        }

        return dice.Chance(0.15) ? [.. lines, lines[0] with { Quantity = dice.Between(1, 2) }] : lines;
    }

    public static string Text(Posting posting) =>
        $"{posting.Status}, ship by {posting.ShipBy}, {string.Join(" ", posting.Lines.Select(line => $"{line.Quantity}x{line.Sku}"))}{(posting.Flaw is null ? "" : ", flawed")}{(posting.InProcessAt is null ? ", unpaid" : "")}";

    private static OrderLine Line(int product, int quantity) => new(SkuOf(product), "", quantity, null);
}
