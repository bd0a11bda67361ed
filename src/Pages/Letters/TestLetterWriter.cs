using Microsoft.Extensions.Options;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>Writes test letters. They carry no warning header: nothing may take one for a warning.</summary>
public sealed class TestLetterWriter(ComponentPress press, IOptions<GuardOptions> options, TimeProvider time) : ITestLetterWriter
{
    public async Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null)
    {
        cancel.ThrowIfCancellationRequested();
        var guard = options.Value;
        var words = Words.In(language ?? guard.Language);
        var now = time.Now();
        var clock = new ShopClock(ShopClock.ZoneOf(timeZone ?? guard.TimeZone), words.Time, now);
        var model = new TestLetterModel(words, route, DeskLink.To(guard.PublicUrl, order: null), clock.Tell(now), clock.Zone);
        return new Letter(words.TestLetter.Subject, model.Text, await press.PrintAsync<TestLetterPage>(model), new Dictionary<string, string>());
    }
}
