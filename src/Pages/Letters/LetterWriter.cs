using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>Writes mails as HTML and as plain text. Times left are told as of the writing, not of the decision: a notice may have waited for the budget.</summary>
public sealed class LetterWriter(ComponentPress press, IOptions<GuardOptions> options, TimeProvider time) : ILetterWriter
{
    public async Task<Letter> WriteAsync(Notice notice, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var guard = options.Value;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var model = LetterModel.Of(notice, Words.In(guard.Language), ShopClock.ZoneOf(guard.TimeZone), now, guard.PublicUrl, new LetterLinks(notice, guard, now));
        return new Letter(model.Subject, TextPart.Write(model), await press.PrintAsync<LetterPage>(model), HeadersOf(notice));
    }

    private static Dictionary<string, string> HeadersOf(Notice notice) => notice.Warnings.Count == 0
        ? []
        : new() { [WarningHeader.Name] = WarningHeader.Write(notice.Warnings) };
}
