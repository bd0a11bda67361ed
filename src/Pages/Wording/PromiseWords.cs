namespace ShipBy.Pages.Wording;

/// <summary>The texts of the advice on a shop's handling time. Lengths are hours of working time.</summary>
public sealed class PromiseWords(Texts texts)
{
    /// <summary>What is set is not kept.</summary>
    /// <param name="aim">Of a hundred orders so many should be in time.</param>
    public string Longer(string set, int keptAsSet, int ordersAsSet, int aim, string advised, int kept, int orders) => texts.Say(
        "Longer", ("set", set), ("keptAsSet", keptAsSet), ("ordersAsSet", ordersAsSet), ("aim", aim), ("advised", advised), ("kept", kept), ("orders", orders));

    /// <summary>Much less than what is set would be kept.</summary>
    public string Shorter(string set, string advised, int kept, int orders) => texts.Say("Shorter", ("set", set), ("advised", advised), ("kept", kept), ("orders", orders));

    public string Kept(string set, int kept, int orders) => texts.Say("Kept", ("set", set), ("kept", kept), ("orders", orders));

    /// <summary>The shop sets none.</summary>
    public string Unset(string advised, int kept, int orders) => texts.Say("Unset", ("advised", advised), ("kept", kept), ("orders", orders));

    public string TooFew(string set, int handOvers, int needed) => texts.Say("TooFew", ("set", set), ("handOvers", handOvers), ("needed", needed));

    /// <param name="setting">Its name and value.</param>
    public string Setting(string setting) => texts.Say("Setting", ("setting", setting));

    public string OfShop(string shop, string advice) => texts.Say("OfShop", ("shop", shop), ("advice", advice));
}
