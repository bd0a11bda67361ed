namespace ShipBy.Pages.Wording;

/// <summary>The texts of the chance that an order misses its deadline, and of where that chance comes from.</summary>
public sealed class OutlookWords(Texts texts)
{
    public string LittleKnown => texts.Say();

    /// <param name="percent">A whole number, <c>&lt;1</c> or <c>&gt;99</c>.</param>
    public string Chance(string percent) => texts.Say("Chance", ("percent", percent));

    /// <param name="time">Working time until the deadline; empty where there is none.</param>
    public string WorkingLeft(string time) => time.Length == 0 ? texts.Say("WorkingLeft.none") : texts.Say("WorkingLeft", ("time", time));

    /// <param name="wait">Working time that an order waits on average.</param>
    /// <param name="pace">The same as hand-overs in a working hour.</param>
    /// <param name="shipments">How many are behind it, in words.</param>
    public string Pace(string wait, string pace, string shipments) => texts.Say("Pace", ("wait", wait), ("pace", pace), ("shipments", shipments));

    /// <inheritdoc cref="Pace"/>
    /// <param name="percent">What the chance would be.</param>
    public string Guess(string wait, string shipments, string percent) => texts.Say("Guess", ("wait", wait), ("shipments", shipments), ("percent", percent));

    /// <param name="lain">Working time that this order has waited.</param>
    /// <param name="left">Working time until its deadline.</param>
    public string Lain(string lain, string left) => texts.Say("Lain", ("lain", lain), ("left", left));

    /// <inheritdoc cref="Lain"/>
    public string NothingLeft(string lain) => texts.Say("NothingLeft", ("lain", lain));

    /// <param name="cost">What missing the deadline costs.</param>
    public string IfMissed(string cost) => texts.Say("IfMissed", ("cost", cost));

    /// <param name="clock">Until the deadline, by the clock.</param>
    /// <param name="closed">How much of that is no working time.</param>
    public string Closed(string clock, string closed) => texts.Say("Closed", ("clock", clock), ("closed", closed));
}
