using NodaTime;

namespace ShipBy.Cli.Backtest;

/// <summary>What became of a seller's orders.</summary>
/// <param name="SetAside">Reasons by number.</param>
internal sealed record PlayedSeller(IReadOnlyList<PastOrder> Orders, IReadOnlyList<PlayedMail> Mails, IReadOnlyDictionary<string, string> SetAside)
{
    private readonly ILookup<string, (string Rung, Instant At)> _named =
        (from mail in Mails from line in mail.Warnings from rung in line.Rungs select (line.Order.Number, Named: (rung, mail.At))).ToLookup(pair => pair.Number, pair => pair.Named, StringComparer.Ordinal);

    public IEnumerable<(string Rung, Instant At)> NamedOf(string number) => _named[number];
}
