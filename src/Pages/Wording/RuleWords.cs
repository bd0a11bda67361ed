using System.Text.RegularExpressions;
using ShipBy.Domain.Deadlines;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Wording;

/// <summary>Why a deadline is what it is, in the few words that stand beside it.</summary>
public sealed partial class RuleWords(Texts texts)
{
    private const int LongestName = 60;

    /// <summary>The rule alone, without the instant: the deadline stands beside it. That no pick-up is left is said apart, as what to do about it.</summary>
    /// <remarks>A detail is data of other programs and older versions: what is not understood of it is left out.</remarks>
    public string Of(ShipByRule rule) => rule.PickUp == CarrierPickUp.LastBeforeLimit ? texts.Say("Of.LastPickUp", ("rule", Limit(rule))) : Limit(rule);

    private string Limit(ShipByRule rule) => rule.Kind switch
    {
        DeadlineRule.HoursAfterPayment when Length().Match(rule.Detail ?? "") is { Success: true } length => texts.Say("Of.HoursAfterPayment.hours", ("hours", length.Groups["hours"].Value)),
        DeadlineRule.HandlingTime when Length().Match(rule.Detail ?? "") is { Success: true } length =>
            texts.Say(length.Groups["working"].Success ? "Of.HandlingTime.working" : "Of.HandlingTime.hours", ("hours", length.Groups["hours"].Value)),
        DeadlineRule.Promotion when !string.IsNullOrWhiteSpace(rule.Detail) => Promotion(rule.Detail),
        var kind => texts.Say($"Of.{kind}"),
    };

    private string Promotion(string detail)
    {
        var told = Period().Match(detail);
        var name = Plain.Cut(Plain.OneLine(told.Success ? told.Groups["name"].Value : detail), LongestName);
        return texts.Say(told.Groups["confidence"].Value == "projection" ? "Of.Promotion.expected" : "Of.Promotion.named", ("name", name));
    }

    /// <summary>As <see cref="HandlingTime.InWords"/> writes it, at the detail's end.</summary>
    [GeneratedRegex(@"(^|, )(?<hours>[0-9.]+) (?<working>working )?h$")]
    private static partial Regex Length();

    /// <summary>As <see cref="PromotionPeriod.LimitFor(NodaTime.Instant)"/> writes it.</summary>
    [GeneratedRegex(@"^(?<name>.+), [0-9.]+ (working )?h, (?<confidence>[a-z]+)$", RegexOptions.Singleline)]
    private static partial Regex Period();
}
