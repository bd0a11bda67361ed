namespace ShipBy.Pages.Wording;

/// <summary>The texts of the days ahead.</summary>
public sealed class PeakWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string Holidays => texts.Say();

    public string NoCapacity => texts.Say();

    public string Day => texts.Say();

    public string Due => texts.Say();

    public string Expected => texts.Say();

    public string Capacity => texts.Say();

    public string Load => texts.Say();

    public string TooMuch => texts.Say();

    public string PackAhead(int parcels) => texts.Count("PackAhead", parcels);
}
