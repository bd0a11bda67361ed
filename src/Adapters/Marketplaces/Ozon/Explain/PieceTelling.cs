using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Account;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>The pieces of a posting as they are told of before packing, and buyers' wishes to cancel.</summary>
internal static class PieceTelling
{
    public static Told OfPieces(JsonElement payload)
    {
        var (sheet, check) = (ExemplarSheet.Read(payload), ExemplarCheck.Read(payload, []));
        var lines = sheet.Products.Select(product =>
            $"{product.Product}: {product.Pieces.Count} {(product.Pieces.Count == 1 ? "piece" : "pieces")}"
            + (product.Needed.Count == 0 ? "." : $"; the marketplace wants {string.Join(", ", product.Needed.Select(Requirements.WordsOf))}.")).ToList();
        if (check.Word.Length > 0)
            lines.Add(check.MayShip ? "It can be packed." : check.IsAtWork ? "The data are being checked: it is packed once that is done." : $"It is not packed yet ({check.Word}).");

        lines.AddRange(check.Problems.Select(problem => $"Refused: {problem}. The order is not packed, and the seller is told."));
        return new Told(lines.Count > 0 ? lines : ["No piece of it is wrong."], []);
    }

    public static Told OfWishes(JsonElement payload)
    {
        var rows = payload.Field("cancellation_id").IsThere() ? [payload] : OzonCancelRequests.RowsIn(payload);
        var lines = rows.Select(row => (Row: row, Wish: OzonCancelRequests.Read(row, Instant.MinValue, Duration.Zero)))
            .Where(one => one.Wish is not null).Select(one => LineOf(one.Wish!, OzonCancelRequests.IsUndecided(one.Row))).ToList();
        return new Told(lines.Count > 0 ? lines : ["Nobody waits for a decision."], []);
    }

    private static string LineOf(CancelRequest wish, bool isOpen) => isOpen
        ? $"{wish.Order ?? "?"}: wish {wish.Id} waits for a decision{(wish.DecideBy == Instant.MinValue ? "" : $", and is granted by itself at {wish.DecideBy}")}. The seller is told; no rule ships the order meanwhile."
        : $"{wish.Order ?? "?"}: wish {wish.Id} is decided.";
}
