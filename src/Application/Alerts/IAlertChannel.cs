using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Alerts;

/// <summary>A way to reach the seller.</summary>
public interface IAlertChannel
{
    /// <value>Whether it takes letters and shows them to nobody, because the seller set none or no address.</value>
    bool ReachesNobody => false;

    /// <summary>Gives one letter to the channel, under the intent's id. Never throws for what the channel answers; see <see cref="Delivery"/>.</summary>
    Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel);

    /// <summary>
    /// Asks whether the channel has a letter already: <see cref="Delivery.Accepted"/> or <see cref="Delivery.NotThere"/>; <see cref="Delivery.Undecided"/> where
    /// it can never tell (SMTP, chat); <see cref="Delivery.Busy"/> where it gave no answer this time and may be asked again.
    /// </summary>
    Task<Delivery> AskAsync(Guid id, CancellationToken cancel);
}

/// <summary>What became of a letter, as far as anybody knows.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The channel has it.</summary>
    public sealed record Accepted : Delivery;

    /// <summary>The channel has never had it: send it.</summary>
    public sealed record NotThere : Delivery;

    /// <summary>Nothing happened; the channel asks for a pause.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : Delivery;

    /// <summary>The channel will never take this letter; the reason names the remedy and holds no secret.</summary>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>It may or may not have arrived: a time-out, a cut connection, a server fault.</summary>
    public sealed record Undecided(string Reason) : Delivery;
}

/// <summary>A rendered notice.</summary>
/// <param name="Headers">Extra headers, such as <c>X-ShipBy-Warnings</c>.</param>
public sealed record Letter(string Subject, string Text, string Html, IReadOnlyDictionary<string, string> Headers);

/// <summary>Puts a notice into words, in the seller's language and time zone.</summary>
public interface ILetterWriter
{
    /// <param name="costs">What missing the deadline costs, of the orders of which somebody knows.</param>
    Task<Letter> WriteAsync(Notice notice, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, CancellationToken cancel);
}
