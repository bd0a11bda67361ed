using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>Writes mails as HTML and as plain text. Times left are told as of the writing, not of the decision: a mail may have waited for the budget.</summary>
public sealed class LetterWriter(ComponentPress press, IOptions<GuardOptions> options, TimeProvider time) : ILetterWriter
{
    public async Task<Letter> WriteAsync(Mail mail, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var guard = options.Value;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var model = LetterModel.Of(mail, Words.In(guard.Language), ShopClock.ZoneOf(guard.TimeZone), now, guard.PublicUrl);
        return new Letter(model.Subject, TextPart.Write(model), await press.PrintAsync<LetterPage>(model), HeadersOf(mail));
    }

    private static Dictionary<string, string> HeadersOf(Mail mail) => mail.Warnings.Count == 0
        ? []
        : new() { [WarningHeader.Name] = WarningHeader.Write(mail.Warnings) };
}
