using System.Text.RegularExpressions;
using ShipBy.Pages.Access;

namespace ShipBy.Functions.Tests.Running;

/// <summary>The check-up in the running app: every part of it is there, and what it finds is true.</summary>
public sealed partial class CheckupTests(RunningApp running) : IClassFixture<RunningApp>, IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = running.App.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task TheSeller_ChecksEverything_AndSendsATest()
    {
        await PostAsync("api/enter", ("ticket", TicketIssuer.Issue(FunctionsProcess.DeskKey, TimeProvider.System.GetUtcNow())));
        var token = Token().Match(await _http.GetStringAsync(new Uri("api/checkup", UriKind.Relative))).Groups[1].Value;

        var found = await PostAsync("api/checkup", ("act", "check"), ("token", token));
        var sent = await PostAsync("api/checkup", ("act", "send"), ("token", token));

        Assert.All(
            [
                "A row was written, read back and deleted.", "The marketplace takes the key, until", "Our clock agrees with theirs.",
                "Nobody is told: there is no channel to the first contact.", "Next run", "ShipBy__PublicUrl is not set",
            ],
            finding => Assert.Contains(finding, found, StringComparison.Ordinal));
        Assert.DoesNotContain("The check itself failed", found, StringComparison.Ordinal);
        Assert.Contains("Not sent: this channel writes to nobody.", sent, StringComparison.Ordinal);
    }

    private async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
