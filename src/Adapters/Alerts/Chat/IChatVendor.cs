using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>One vendor's words: how a notice is put to it, and what its answer means. Without clock and connection.</summary>
/// <remarks>
/// How sure a vendor's fact is, is said beside it: <i>documented</i> (its own document), <i>reported</i> (answers that others recorded), <i>uncertain</i>.
/// None of them was tried with a real account.
/// </remarks>
internal interface IChatVendor
{
    /// <value>Whether the receiver knows a notice that it has had already, so that sending again is safe.</value>
    bool DropsDoubles { get; }

    /// <param name="now">By the machine's clock: signatures are void when it is off.</param>
    ChatRequest Write(Guid id, Letter letter, DateTimeOffset now);

    Delivery Read(ChatAnswer answer);
}
