using System.Globalization;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Postings, as the poll would take them in.</summary>
internal static class PostingTelling
{
    public static Told Tell(JsonElement payload)
    {
        if (payload.Field("result") is { ValueKind: JsonValueKind.Object } wrapped && wrapped.Field("posting_number").IsThere())
            return Tell([wrapped]);

        if (payload.Field("posting_number").IsThere())
            return Tell([payload]);

        if (ListPage.Read(payload, "postings") is not { } page)
            return new Told([], ["postings is no list: save the whole answer again."]);

        var told = Tell(page.Elements);
        var pages = payload.Field("result") is { ValueKind: JsonValueKind.Object } inner ? inner : payload;
        var counts = page.HasNext && page.Cursor is null && !WireFields.Names(pages).Contains("cursor");
        string[] standstill = page.HasNext && page.Cursor is null && !counts
            ? ["has_next is true and cursor is empty: ShipBy calls such a list broken and reads it again later; save the next page if there is one."]
            : [];
        return new Told([HeadOf(page, counts), .. told.Lines], [.. told.Problems, .. standstill]);
    }

    private static string HeadOf(ListPage page, bool counts) => $"{page.Elements.Count} {(page.Elements.Count == 1 ? "posting" : "postings")}. " + page.HasNext switch
    {
        false => "The list ends here.",
        true when counts => "More follows, by an offset: this is the list of a method that was switched off in 2026.",
        true => "More follows: the next page is asked for with its cursor.",
    };

    private static Told Tell(IReadOnlyList<JsonElement> elements)
    {
        var (lines, problems) = (new List<string>(), new List<string>());
        foreach (var element in elements)
        {
            switch (PostingReader.Read(element, "shop"))
            {
                case { Posting: { } posting }:
                    lines.AddRange(LinesOf(posting));
                    if (posting.Flaw is not null)
                        problems.Add($"{posting.Key.Number}: {posting.Flaw}");
                    break;
                case { Unreadable: { } unreadable }:
                    problems.Add(unreadable.Reason);
                    break;
            }
        }

        return new Told(lines, problems);
    }

    /// <summary>The order and its lines, each in a line of its own.</summary>
    public static IEnumerable<string> LinesOf(Posting posting)
    {
        var late = posting.Limits.FirstOrDefault(limit => limit.Clock == LimitClock.Lateness)?.At;
        var inForce = DeadlineInForce.Of(posting, known: null, DispatchRules.None, Instant.MinValue);
        yield return $"{posting.Key.Number}: {MeaningOf(posting)}; "
            + (inForce is { } by ? $"ship by {by.At}" : "no ship-by moment yet")
            + (inForce?.Rule.Kind == DeadlineRule.PlatformLateness ? " (counts as late after it)" : late is { } after && after != inForce?.At ? $" (counts as late after {after})" : "")
            + (posting.Flaw is null ? "." : "; set aside.");

        foreach (var line in posting.Lines)
            yield return $"  {line.Quantity} x {line.Sku} {line.Name}{PriceOf(line.Price)}";

        if (posting is { Scheme: { } scheme } && scheme != "ozon")
            yield return $"  travels by {scheme}{(posting.TrackingNumber is { } number ? $" under {number}" : "")}";

        if (posting.Remarks.Count > 0)
            yield return $"  to look at before it ships: {string.Join(", ", posting.Remarks.Select(WordsOf))}";

        if (posting.CancelReason is { } reason)
            yield return $"  cancelled: {reason}";
    }

    private static string MeaningOf(Posting posting) => posting.Status switch
    {
        PostingStatus.AwaitingConfirmation => $"not confirmed yet, stock is held ({posting.RawStatus})",
        PostingStatus.AwaitingPackaging => $"to be packed ({posting.RawStatus})",
        PostingStatus.AwaitingHandOver => $"packed, to be handed over ({posting.RawStatus})",
        PostingStatus.HandedOver => $"handed over ({posting.RawStatus})",
        PostingStatus.Delivered => $"delivered ({posting.RawStatus})",
        PostingStatus.Cancelled => $"cancelled, stock is released ({posting.RawStatus})",
        PostingStatus.Split => $"replaced by the postings it was split into ({posting.RawStatus})",
        PostingStatus.Unknown => $"status not known ({posting.RawStatus})",
        var unknown => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    private static string WordsOf(PostingRemark remark) => remark switch
    {
        PostingRemark.Note => "a note",
        PostingRemark.OddAddress => "an address that lacks a part",
        PostingRemark.RefundOpen => "somebody wants it cancelled",
        PostingRemark.ShippingForbidden => "shipping is forbidden for the moment",
        PostingRemark.DataMissing => "the marketplace wants data about the goods",
        PostingRemark.CountryMissing => "the country of origin is missing",
        PostingRemark.DeclarationMissing => "the number of the customs declaration is missing",
        PostingRemark.MarkMissing => "mandatory marks are missing",
        PostingRemark.BatchMissing => "the batch number (RNPT) is missing",
        PostingRemark.UinMissing => "the jewellery number (UIN) is missing",
        PostingRemark.ImeiMissing => "IMEIs are missing",
        PostingRemark.WeightMissing => "the weight is missing",
        _ => throw new InvalidOperationException($"No words are written for {remark}."),
    };

    /// <summary>Two digits for all: the marketplace's currencies have them, and a rare other one is still told by its code.</summary>
    private static string PriceOf(Money? price) =>
        price is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {price.MinorUnits / 100m:0.00} {price.Currency} each");
}
