using ShipBy.Domain.Shipping;

namespace ShipBy.Pages.Wording;

/// <summary>How a language speaks of what shops are told: what was shipped, what is left to sell, and what they are not told.</summary>
public sealed class ShippingWords(Texts texts)
{
    /// <param name="questions">Why a person should look before the order ships.</param>
    public string Questions(string questions) => texts.Say("Questions", ("questions", questions));

    public string Question(ReviewReason reason) => texts.Say($"Question.{reason}");

    /// <param name="reason">For what was refused.</param>
    public string Instruction(InstructionKind kind, InstructionState state, string reason) => texts.Say($"Instruction.{kind}.{state}", ("reason", reason));

    /// <param name="since">A moment.</param>
    public string StockUntold(string since) => texts.Say("StockUntold", ("since", since));

    public string StockRefused(int products) => texts.Say("StockRefused", ("products", products));

    /// <param name="counts">Messages by the answer that they got.</param>
    public string RefusedMessages(string counts) => texts.Say("RefusedMessages", ("counts", counts));
}
