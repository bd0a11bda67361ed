using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Taobao.Shipping;

/// <summary>What is to be done at the platform about a trade, as it stands there now.</summary>
internal abstract record TradeStep
{
    private TradeStep() { }

    /// <summary>Nothing is called: this is the answer.</summary>
    public sealed record Answer(ShippingAnswer Says) : TradeStep
    {
        public static Answer Refused(string reason) => new(new ShippingAnswer.Refused(reason));

        public static Answer Complete { get; } = new(new ShippingAnswer.Complete());
    }

    /// <summary>Ship it.</summary>
    /// <param name="Lines">Numbers of the lines that go; empty: the whole trade.</param>
    public sealed record Send(string Carrier, string Number, IReadOnlyList<string> Lines) : TradeStep;

    /// <summary>It went under another number: tell the right one.</summary>
    /// <inheritdoc cref="Send"/>
    public sealed record Resend(string Carrier, string Number, IReadOnlyList<string> Lines) : TradeStep;

    /// <summary>Close it; possible while nobody has paid.</summary>
    public sealed record Close : TradeStep;
}
