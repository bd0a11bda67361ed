namespace ShipBy.Pages.Wording;

/// <summary>The texts of a test alert.</summary>
public sealed class TestLetterWords(Texts texts)
{
    public string Subject => texts.Say();

    public string Heading => texts.Say();

    public string Open => texts.Say();

    public string Unwanted => texts.Say();

    /// <param name="route">The name of the channel as the settings have it.</param>
    public string Body(string route) => texts.Say("Body", ("route", route));

    /// <param name="at">The moment of writing.</param>
    public string Footer(string at, string zone) => texts.Say("Footer", ("at", at), ("zone", zone));
}
