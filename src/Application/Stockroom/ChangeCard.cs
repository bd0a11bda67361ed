using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>Changes what is written down about one product, field by field: what is not named stays, whoever changes the rest at the same moment.</summary>
public sealed class ChangeCard(ILedger ledger, LookAtStock lookAtStock, TimeProvider clock)
{
    private const int Patience = 5;

    /// <param name="text">As for <see cref="CardText.Read"/>.</param>
    public async Task<CardAnswer> RunAsync(PoolName pool, Sku sku, Func<CardField, string?> text, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var stored = await ledger.FindAsync(pool, RowKey.Card(sku), cancel);
            var before = stored?.Row is CardRow row ? row.Card : new ProductCard(sku);
            var reading = CardText.Read(before, text);
            if (reading.Card is not { } card)
            {
                return new CardAnswer.Unread(reading.Wrong);
            }

            if (card == before)
            {
                return new CardAnswer.Saved(card);
            }

            if (card.BarCode is { } code && code != before.BarCode && (await lookAtStock.RunAsync(pool, cancel)).Find(code) is { } found && found != sku)
            {
                return new CardAnswer.CodeTaken(found);
            }

            // The watch is set before the card: a line that nobody watches would be worse than a look that finds none.
            if (card.SafetyStock > 0 && !await KeepRow.AsAsync(ledger, pool, RowKey.Gate(LowStockCheck.Gate), new GateRow(LowStockCheck.Gate, clock.Now()), cancel))
            {
                continue;
            }

            if (CardWrite.Of(stored, card) is not { } change || (await ledger.TryCommitAsync(pool, new CommitSet().With(change), cancel)).IsCommitted)
            {
                return new CardAnswer.Saved(card);
            }
        }

        return new CardAnswer.OthersAtWork();
    }
}

/// <summary>What became of a change of a card.</summary>
public abstract record CardAnswer
{
    private CardAnswer() { }

    public sealed record Saved(ProductCard Card) : CardAnswer;

    /// <summary>Nothing was changed: these fields cannot be read.</summary>
    public sealed record Unread(IReadOnlyList<CardField> Fields) : CardAnswer;

    /// <summary>Nothing was changed: another product has the bar code, or is called so.</summary>
    public sealed record CodeTaken(Sku Other) : CardAnswer;

    public sealed record OthersAtWork : CardAnswer;
}

/// <summary>How a card comes into the ledger.</summary>
internal static class CardWrite
{
    /// <param name="stored">The card's row as it was read; null: there was none.</param>
    /// <returns>Null where nothing is to be written. A card that says nothing is not kept.</returns>
    public static RowChange? Of(Stored? stored, ProductCard card) => (stored, card.IsEmpty) switch
    {
        (null, true) => null,
        (null, false) => new RowChange.Insert(new CardRow(card)),
        ({ } there, true) => new RowChange.Delete(there.Row.Key, there.Version),
        ({ } there, false) => new RowChange.Replace(new CardRow(card), there.Version),
    };
}
