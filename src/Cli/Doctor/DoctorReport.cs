using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Application.Doctor;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Wording;

namespace ShipBy.Cli.Doctor;

/// <summary>A check-up in words, for people and as JSON.</summary>
internal sealed class DoctorReport(IReadOnlyList<Finding> findings, Words words, ShopClock clock)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<FindingText> Lines { get; } = [.. findings.OrderBy(finding => finding.Area).Select(finding => FindingText.Of(finding, words, clock))];

    public int Faults => Lines.Count(line => line.Health == Health.Fault);

    public int Warnings => Lines.Count(line => line.Health == Health.Warning);

    public string Sum => (Faults, Warnings) switch
    {
        (0, 0) => words.Doctor.AllSound,
        (0, _) => words.Doctor.Warnings(Warnings),
        (_, 0) => words.Doctor.Faults(Faults),
        _ => $"{words.Doctor.Faults(Faults)} {words.Doctor.Warnings(Warnings)}",
    };

    public string NameOf(Area area) => words.Doctor.Area(area);

    public string NameOf(Health health) => words.Doctor.Health(health);

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Faults,
            Warnings,
            Findings = findings.OrderBy(finding => finding.Area).Zip(Lines, (finding, line) => new
            {
                Area = NameOf(line.Area).ToLowerInvariant(),
                line.Subject,
                Health = NameOf(line.Health),
                Fact = finding.Fact.ToString(),
                line.Found,
                line.Remedy,
            }),
        },
        Layout);
}
