namespace ShipBy.Pages.Wording;

/// <summary>The texts around every page of the desk.</summary>
public sealed class FrameWords(Texts texts)
{
    public string Navigation => texts.Say();

    public string SkipToContent => texts.Say();

    public string Today => texts.Say();

    public string Ship => texts.Say();

    public string Stock => texts.Say();

    public string Carriers => texts.Say();

    public string Peak => texts.Say();

    public string Quality => texts.Say();

    public string Why => texts.Say();

    public string Checkup => texts.Say();

    public string NotFound => texts.Say();

    public string OwnersOnly => texts.Say();

    public string Silent => texts.Say();

    public string ToToday => texts.Say();
}
