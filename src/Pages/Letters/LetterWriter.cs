using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>Writes mails as HTML and as plain text. Times left are told as of the writing, not of the decision: a notice may have waited for the budget.</summary>
public sealed class LetterWriter(ComponentPress press, IOptions<GuardOptions> options, TimeProvider time) : ILetterWriter
{
    public async Task<Letter> WriteAsync(Notice notice, IReadOnlyDictionary<OrderKey, CostOfMissing> costs, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var guard = options.Value;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var ordered = notice with { Warnings = OverdueFirst(notice.Warnings, now) };
        var model = LetterModel.Of(ordered, Words.In(guard.Language), ShopClock.ZoneOf(guard.TimeZone), now, costs, guard.PublicUrl, new LetterLinks(ordered, guard, now));
        return new Letter(model.Subject, TextPart.Write(model), await press.PrintAsync<LetterPage>(model), HeadersOf(notice));
    }

    /// <summary>What has become overdue while the notice waited comes first, as it would if the notice were decided now.</summary>
    private static IReadOnlyList<WarningLine> OverdueFirst(IReadOnlyList<WarningLine> lines, Instant now) =>
        [.. lines.OrderByDescending(line => !line.IsOvertaken && line.Deadline < now)];

    private static Dictionary<string, string> HeadersOf(Notice notice) =>
        new((IEnumerable<KeyValuePair<string, string>>)
        [
            .. notice.Warnings.Count == 0 ? [] : new Dictionary<string, string> { [WarningHeader.Name] = WarningHeader.Write(notice.Warnings) },
            .. ParcelHeader.Write(notice.Consignments) is { Length: > 0 } parcels ? new Dictionary<string, string> { [ParcelHeader.Name] = parcels } : [],
        ]);
}
