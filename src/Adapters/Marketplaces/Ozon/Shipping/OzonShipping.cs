using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>Tells the marketplace what the seller did with a posting. The posting is read first each time: what shows there is not said again.</summary>
/// <remarks>A good answer is not yet the deed: packing, and the moves of a posting that the seller delivers, happen a while later or fail.</remarks>
internal sealed class OzonShipping(OzonClient client, OzonReasons reasons, OzonExemplars exemplars, OzonOptions options)
{
    private const string AlreadyShipped = "POSTING_ALREADY_SHIPPED";
    private const string AlreadyCancelled = "POSTING_ALREADY_CANCELLED";
    private const string PiecesMissing = "EXEMPLAR_INFO_NOT_FILLED_COMPLETELY";
    private const string NotPossibleNow = "TRANSITION_IS_NOT_POSSIBLE";

    private const int MaxWordLength = 120;

    /// <value>So many calls may find the posting between two states; whatever still stands in the way then is a person's affair.</value>
    private const int PatientCalls = 5;

    public Duration ShowsAfter { get; } = Duration.FromTimeSpan(options.ShowsAfter);

    public async Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel)
    {
        if (order.Instruction is not { } wanted)
            return new ShippingAnswer.Complete();

        try
        {
            var number = order.Key.Number;
            var posting = ShownPosting.Read(await LookAsync(wanted, () => client.ReadAsync(OzonMethods.Get, new { posting_number = number }, cancel)));
            return MovePolicy.Decide(posting, wanted, options.Known) switch
            {
                NextMove.Nothing(var answer) => answer,
                NextMove.Pack pack => await PackAsync(number, posting with { Boxes = pack.Boxes ?? posting.Boxes }, pack, wanted, cancel),
                NextMove.Number(var tracking) => await SetNumberAsync(number, tracking, cancel),
                NextMove.HandOver => await HandOverAsync(number, wanted, cancel),
                NextMove.Cancel move => await CancelAsync(number, move, cancel),
                NextMove.CancelPart move => await CancelPartAsync(number, move, wanted, cancel),
                NextMove.MoveCutOff(var to) => await MoveCutOffAsync(number, to, cancel),
                var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
            };
        }
        catch (MarketplaceRefusedException refused)
        {
            return OnRefusal(refused, wanted);
        }
    }

    /// <remarks>Where a part is cancelled, a look that failed must not count as a call whose outcome nobody knows: nothing was said yet.</remarks>
    private async Task<T> LookAsync<T>(Instruction wanted, Func<Task<T>> look)
    {
        try
        {
            return await look();
        }
        catch (MarketplaceUnreachableException) when (wanted.Kind == InstructionKind.CancelPart)
        {
            throw new MarketplaceBusyException(options.ShowsAfter);
        }
    }

    private async Task<ShippingAnswer> PackAsync(string number, ShownPosting posting, NextMove.Pack pack, Instruction wanted, CancellationToken cancel)
    {
        var needs = pack.Needs.ToList();
        foreach (var (product, country) in pack.Countries)
        {
            var set = await client.ReadAsync(OzonMethods.SetCountry, new { posting_number = number, product_id = product, country_iso_code = country }, cancel);
            if ((set.Flag("is_gtd_needed") ?? set.Field("result").Flag("is_gtd_needed")) is true)
                needs.Add(new GoodsNeed(product, GoodsDatumKind.Declaration));
        }

        if (pack.Boxes is { } boxes)
            await client.ReadAsync(OzonMethods.SetBoxes, new { posting_number = number, multi_box_qty = boxes }, cancel);

        // Data that is given is said, asked for or not: the marketplace may let it be entered and not demand it.
        var describes = needs.Count > 0 || exemplars.Always || wanted.Ship!.Goods.Any(datum => datum.Kind != GoodsDatumKind.Country);
        if (describes && await exemplars.AdvanceAsync(number, posting, needs, wanted, cancel) is { } answer)
            return answer;

        var request = new { posting_number = number, packages = pack.Packages.Select(package => new { products = package.Products.Select(line => new { product_id = line.Product, quantity = line.Units }) }) };
        try
        {
            await client.TellAsync(OzonMethods.Ship, request, cancel);
        }
        catch (MarketplaceRefusedException refused) when (refused.Code is PiecesMissing && !describes)
        {
            // Some ways of delivery want to hear of each piece though no list asks for anything.
            if (await exemplars.AdvanceAsync(number, posting, needs, wanted, cancel) is { } first)
                return first;

            throw;
        }

        return new ShippingAnswer.Told(ShippingStep.Pack);
    }

    private async Task<ShippingAnswer> SetNumberAsync(string number, string tracking, CancellationToken cancel)
    {
        var request = new { tracking_numbers = new[] { new { posting_number = number, tracking_number = tracking } } };
        var refusal = ItemAnswers.RefusalOf(await client.TellAsync(OzonMethods.SetTrackingNumber, request, cancel), number, OzonMethods.SetTrackingNumber);
        return refusal is null
            ? new ShippingAnswer.Told(ShippingStep.Number)
            : new ShippingAnswer.Refused($"The marketplace does not take the tracking number ({Cut.ToLine(refusal, MaxWordLength)}): check it, or enter it in the seller's cabinet.");
    }

    private async Task<ShippingAnswer> HandOverAsync(string number, Instruction wanted, CancellationToken cancel)
    {
        var refusal = ItemAnswers.RefusalOf(await client.TellAsync(OzonMethods.Delivering, new { posting_number = new[] { number } }, cancel), number, OzonMethods.Delivering);
        return refusal is null ? new ShippingAnswer.Told(ShippingStep.HandOver)
            : refusal.Contains(NotPossibleNow, StringComparison.Ordinal) && wanted.Calls <= PatientCalls ? new ShippingAnswer.Underway()     // it was said before, and takes its time
            : new ShippingAnswer.Refused($"The marketplace does not let it be handed over ({Cut.ToLine(refusal, MaxWordLength)}): look at it in the seller's cabinet.");
    }

    private async Task<ShippingAnswer> CancelAsync(string number, NextMove.Cancel move, CancellationToken cancel)
    {
        if (await reasons.FlawOfAsync(number, move.Reason, move.Message, cancel) is { } flaw)
            return new ShippingAnswer.Refused(flaw);

        var body = await client.TellAsync(OzonMethods.Cancel, new { posting_number = number, cancel_reason_id = move.Reason, cancel_reason_message = move.Message ?? "" }, cancel);
        return AnswerOf(body, ShippingStep.Cancel, "The marketplace does not cancel it and says no reason: look at it in the seller's cabinet.");
    }

    private async Task<ShippingAnswer> CancelPartAsync(string number, NextMove.CancelPart move, Instruction wanted, CancellationToken cancel)
    {
        if (await LookAsync(wanted, () => reasons.FlawOfAsync(number, move.Reason, move.Message, cancel)) is { } flaw)
            return new ShippingAnswer.Refused(flaw);

        var items = move.Products.Select(line => new { sku = line.Product, quantity = line.Units });
        var body = await client.TellAsync(OzonMethods.CancelProducts, new { posting_number = number, cancel_reason_id = move.Reason, cancel_reason_message = move.Message, items }, cancel);
        return AnswerOf(body, ShippingStep.CancelPart, "The marketplace does not cancel that part and says no reason: look at it in the seller's cabinet.");
    }

    private async Task<ShippingAnswer> MoveCutOffAsync(string number, Instant to, CancellationToken cancel)
    {
        var body = await client.TellAsync(OzonMethods.SetCutOff, new { posting_number = number, new_cutoff_date = to.ToString() }, cancel);
        return AnswerOf(body, ShippingStep.MoveCutOff, "The marketplace does not take the date and says no reason: name it in the seller's cabinet.");
    }

    private static ShippingAnswer AnswerOf(JsonElement body, ShippingStep step, string refusal) =>
        body.Flag("result") is false ? new ShippingAnswer.Refused(refusal) : new ShippingAnswer.Told(step);

    /// <remarks>"Already shipped" is no failure: the answer to an earlier call got lost, and what it did shows with the next look.</remarks>
    private static ShippingAnswer OnRefusal(MarketplaceRefusedException refused, Instruction wanted) => refused.Code switch
    {
        AlreadyShipped when wanted.Kind == InstructionKind.Ship => new ShippingAnswer.Underway(),
        AlreadyCancelled when wanted.Kind == InstructionKind.Cancel => new ShippingAnswer.Underway(),
        AlreadyCancelled => new ShippingAnswer.Refused("The posting is cancelled (POSTING_ALREADY_CANCELLED): do not ship it."),
        AlreadyShipped => new ShippingAnswer.Refused("The posting is packed already (POSTING_ALREADY_SHIPPED): look at it in the seller's cabinet."),

        // It changed between our look and our call; the next look knows more.
        "HAS_INCORRECT_STATUS" or NotPossibleNow when wanted.Calls <= PatientCalls && wanted.Kind != InstructionKind.CancelPart => new ShippingAnswer.Underway(),
        Verdict.PostingNotFound => new ShippingAnswer.Refused("The marketplace does not know the posting (POSTING_NOT_FOUND): look for it in the seller's cabinet."),
        _ => new ShippingAnswer.Refused($"{WithoutMarks(refused.Message, wanted).TrimEnd('.')}. Look at the posting in the seller's cabinet."),
    };

    /// <summary>Should the marketplace quote a mark, it is taken out.</summary>
    private static string WithoutMarks(string message, Instruction wanted) =>
        (wanted.Ship?.Goods ?? []).Where(datum => datum.Kind.IsOfOneUnit()).SelectMany(datum => (string[])[datum.Value, Cut.ToLine(datum.Value, datum.Value.Length)])
            .Aggregate(message, (text, mark) => text.Replace(mark, "***", StringComparison.Ordinal));
}
