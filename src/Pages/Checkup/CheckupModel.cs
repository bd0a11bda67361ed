using ShipBy.Application.Doctor;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Checkup;

/// <summary>The page of the check-up.</summary>
/// <param name="Findings">Null before anything was asked for.</param>
public sealed record CheckupModel(PageFrame Frame, IReadOnlyList<FindingText>? Findings)
{
    public DoctorWords Words => Frame.Words.Doctor;

    /// <value>How it went, in a sentence; null before anything was asked for, and where only a test was sent, whose lines say it all.</value>
    public string? Sum => Findings switch
    {
        null => null,
        _ when Findings.All(finding => finding.Area == Area.Test) => null,
        _ when CountOf(Health.Fault) is > 0 and var faults => Words.Faults(faults),
        _ when CountOf(Health.Warning) is > 0 and var warnings => Words.Warnings(warnings),
        _ => Words.AllSound,
    };

    /// <value>Worst first within an area.</value>
    internal IEnumerable<IGrouping<Area, FindingText>> Areas => (Findings ?? []).OrderByDescending(finding => finding.Health).GroupBy(finding => finding.Area).OrderBy(area => area.Key);

    private int CountOf(Health health) => Findings?.Count(finding => finding.Health == health) ?? 0;
}
