using ShipBy.Application.Doctor;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Checkup;

/// <summary>A finding in words.</summary>
/// <param name="Remedy">Null where there is nothing to be done.</param>
public sealed record FindingText(Area Area, Health Health, string Subject, string Found, string? Remedy)
{
    /// <value>Whether it says that there is no shop: the page leads to where one is set up.</value>
    public bool IsNoShop { get; init; }

    private const int LongestDetail = 400;

    public static FindingText Of(Finding finding, Words words, ShopClock clock)
    {
        var found = words.Doctor.Found(
            finding.Fact,
            finding.Subject,
            finding.At is { } at ? clock.Tell(at) : "",
            finding.Time is { } time ? TimeLeft.Length(time, words.Time) : "",
            finding.Count ?? 0,
            finding.Limit ?? 0,
            Plain.Cut(Plain.OneLine(finding.Detail), LongestDetail));
        return new FindingText(
            finding.Area, finding.Health, finding.Subject, found, words.Doctor.HasRemedy(finding.Fact) ? words.Doctor.Remedy(finding.Fact, finding.Subject) : null)
        {
            IsNoShop = finding.Fact == Fact.NoShop,
        };
    }
}
