using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Taobao.Shipping;

/// <summary>Decides the next step for a trade from what the seller wants and how the trade stands at the platform.</summary>
/// <remarks>The platform knows no packing: telling the number is the shipping, of whole lines.</remarks>
internal sealed class TradeDecision(TradeRemarks remarks)
{
    public TradeStep Decide(Instruction wanted, JsonElement trade) => wanted switch
    {
        { Kind: InstructionKind.Ship, Ship: var ship } => Ship(ship ?? ShipOrder.InOneParcel, trade),
        { Kind: InstructionKind.Cancel } => Cancel(trade),
        { Kind: InstructionKind.CancelPart } => TradeStep.Answer.Refused("Taobao closes whole trades only: agree a part with the buyer, who asks for its money back."),
        { Kind: InstructionKind.MoveCutOff } => TradeStep.Answer.Refused("Taobao has no call for another ship-by time: agree it with the buyer, and change it in the seller centre."),
        var unknown => throw new InvalidOperationException($"No step is written for {unknown.Kind}."),
    };

    private TradeStep Ship(ShipOrder ship, JsonElement trade)
    {
        var lines = TradeLines.All(trade).Where(line => !TradeWords.IsGone(line.Text("status"), line.Text("refund_status"))).ToList();
        var (chosen, flaw) = ChosenOf(ship, lines);
        if (flaw is not null)
            return TradeStep.Answer.Refused(flaw);

        var meaning = TradeWords.MeaningOf(trade.Text("status"), trade.Text("step_trade_status"), holdUnpaid: true);
        var toShip = meaning.Status is Domain.Orders.PostingStatus.HandedOver or Domain.Orders.PostingStatus.Delivered ? [] : chosen.Where(line => TradeWords.IsToShip(line.Text("status"))).ToList();
        return meaning.Status is Domain.Orders.PostingStatus.Cancelled ? TradeStep.Answer.Refused("The trade is closed: nothing is to be shipped. Keep the parcel back.")
            : toShip.Count == 0 ? Shipped(ship, trade, chosen, chosen.Count < lines.Count)
            : ObstacleOf(ship, trade, toShip, meaning) is { } obstacle ? TradeStep.Answer.Refused(obstacle)
            : new TradeStep.Send(ship.Carrier!.Trim(), ship.TrackingNumber!.Trim(), toShip.Count == lines.Count && !TradeWords.Is(trade.Text("status"), TradeWords.PartlySent) ? [] : NumbersOf(toShip));
    }

    /// <summary>What is to be said of lines that have left. Others of the trade may have gone in an earlier parcel, under a number of their own, which is left alone.</summary>
    private static TradeStep Shipped(ShipOrder ship, JsonElement trade, List<JsonElement> chosen, bool isPart)
    {
        var numbers = chosen.Select(line => line.Text("invoice_no") ?? trade.Text("invoice_no")).ToList();
        if (ship.TrackingNumber?.Trim() is not { Length: > 0 } number || numbers.Exists(one => string.Equals(one, number, StringComparison.OrdinalIgnoreCase)))
            return TradeStep.Answer.Complete;

        return !TradeWords.Is(trade.Text("status"), TradeWords.Sent) && !TradeWords.Is(trade.Text("status"), TradeWords.PartlySent)
                ? TradeStep.Answer.Refused($"The trade is finished, and its number is {numbers[0] ?? "not shown"}: it cannot be changed any more.")
            : string.IsNullOrWhiteSpace(ship.Carrier) ? TradeStep.Answer.Refused("The trade shows another number; to change it the carrier's code is needed as well.")
            : new TradeStep.Resend(ship.Carrier.Trim(), number, isPart ? NumbersOf(chosen) : []);
    }

    private string? ObstacleOf(ShipOrder ship, JsonElement trade, List<JsonElement> toShip, TradeWords.Meaning meaning) =>
        meaning is { Status: null } or { IsPaid: false } ? "The trade is not paid in full: wait for the buyer's payment."
        : meaning.Status is Domain.Orders.PostingStatus.Unknown ? "The trade stands in a state that is not known: ship it in the seller centre."
        : remarks.HoldOf(trade) is { } field ? $"The platform forbids shipping for the moment (field {field}): look at the trade in the seller centre."
        : toShip.Exists(line => TradeWords.IsOpenRefund(line.Text("refund_status"))) ? "The buyer asked for the money back, and nobody has decided: answer in the seller centre first."
        : TradeReader.IsCashOnDelivery(trade) ? "The trade is paid on delivery, and such parcels are ordered with the carrier online: ship it in the seller centre."
        : string.IsNullOrWhiteSpace(ship.TrackingNumber) ? "Taobao takes a trade as shipped by its tracking number, and there is none: enter it."
        : string.IsNullOrWhiteSpace(ship.Carrier) ? "Taobao wants the carrier's code with the number, such as YTO: enter it."
        : null;

    /// <summary>The lines that the parcels name; all where they name none. Of one product either all of its lines go, or those that are still here.</summary>
    private static (List<JsonElement> Lines, string? Flaw) ChosenOf(ShipOrder ship, List<JsonElement> lines)
    {
        if (lines.Count == 0)
            return ([], "The trade shows no line that could be shipped: look at it in the seller centre.");

        if (ship.Parcels.Count == 0)
            return (lines, null);

        var chosen = new List<JsonElement>();
        foreach (var wanted in ship.Parcels.SelectMany(parcel => parcel.Lines).GroupBy(line => line.Sku.Value, line => line.Units, StringComparer.Ordinal))
        {
            var (all, units) = (lines.Where(line => TradeLines.SkuOf(line) == wanted.Key).ToList(), wanted.Sum());
            var here = all.Where(line => TradeWords.IsToShip(line.Text("status"))).ToList();
            if (UnitsOf(all) != units && UnitsOf(here) != units)
                return ([], $"{Cut.ToLine(wanted.Key, 80)}: Taobao ships whole lines, {UnitsOf(all)} units of it and not {units}: put all of them into the parcel, or ship it in the seller centre.");

            chosen.AddRange(UnitsOf(here) == units ? here : all);
        }

        return (chosen, null);
    }

    private static long UnitsOf(IEnumerable<JsonElement> lines) => lines.Sum(line => Math.Clamp(line.Whole("num") ?? 0, 0, int.MaxValue));

    private static List<string> NumbersOf(IEnumerable<JsonElement> lines) => [.. lines.Select(line => line.Text("oid_str") ?? line.Text("oid")).OfType<string>()];

    private static TradeStep Cancel(JsonElement trade)
    {
        var (word, step) = (trade.Text("status"), trade.Text("step_trade_status"));
        return TradeWords.Is(word, TradeWords.Closed) || TradeWords.Is(word, TradeWords.ClosedUnpaid) ? TradeStep.Answer.Complete
            : TradeWords.Is(word, TradeWords.WaitBuyerPay) && !TradeWords.Is(step, TradeWords.DepositPaid) ? new TradeStep.Close()
            : TradeStep.Answer.Refused("Taobao lets a seller close unpaid trades alone. Ask the buyer to apply for a refund and agree to it in the seller centre; a refusal to ship counts as a breach of promise.");
    }
}
