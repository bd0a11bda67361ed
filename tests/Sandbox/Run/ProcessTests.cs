using System.Diagnostics;
using System.Text.Json;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Run;

/// <summary>The program itself, as the command line starts it.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_ForgetsNoMailItAccepted_WhenItIsKilled()
    {
        using var folder = new TestFolder();
        var accepted = new List<string>();
        for (var life = 0; life < 2; life++)
        {
            using var sandbox = Start("--data", folder.File("run"), "--for", "10m", "--address-file", folder.File($"address{life}"));
            using var client = new HttpClient { BaseAddress = await AddressAsync(sandbox, folder.File($"address{life}")) };
            for (var mail = 0; mail < 10; mail++)
            {
                accepted.Add(await SendAsync(client));
            }

            // One more is under way while the process dies; it may be there or not, but the others are.
            var last = SendAsync(client);
            sandbox.Kill();
            await sandbox.WaitForExitAsync(Cancel);
            await last.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await using var server = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = folder.File("run"), Length = TimeSpan.FromMinutes(10) });
        using var reader = new HttpClient { BaseAddress = server.BaseAddress };
        using var mails = JsonDocument.Parse(await reader.GetStringAsync("sandbox/mails", Cancel));
        var kept = mails.RootElement.EnumerateArray().Select(mail => mail.GetProperty("operation").GetString()!).ToHashSet();
        Assert.Subset(kept, accepted.ToHashSet());
    }

    [Fact]
    public async Task Process_WritesTheReport_WhenItIsAskedToStop()
    {
        using var folder = new TestFolder();
        using var sandbox = Start("--data", folder.File("run"), "--report", folder.File("r.json"), "--address-file", folder.File("address"));
        using var client = new HttpClient { BaseAddress = await AddressAsync(sandbox, folder.File("address")) };

        using var answer = await client.PostAsync("sandbox/stop", null, Cancel);
        await sandbox.WaitForExitAsync(Cancel);

        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("r.json"), Cancel));
        Assert.Equal((0, true), (sandbox.ExitCode, report.RootElement.TryGetProperty("orders_in_source", out _)));
    }

    [Theory]
    [InlineData("--seed", "x", "--seed: 'x' is not a whole number that fits.")]
    [InlineData("--for", "soon", "--for: 'soon' is not a duration such as 60s, 7m or 1h.")]
    [InlineData("--orders", "nowhere.csv", "nowhere.csv: cannot be read")]
    [InlineData("--stock-factor", "2", "--stock-factor: '2' is not between 0 and 1.")]
    [InlineData("--stock-factor", "0.9", "--stock-factor needs --orders")]
    [InlineData("--faults", "some", "--faults: 'some' is not none, low or high.")]
    [InlineData("--ladder", "24h,x", "--ladder: 'x' is not a duration")]
    [InlineData("--report", "nowhere/r.json", "--report nowhere/r.json: there is no such folder.")]
    [InlineData("--channels", "ozon,ebay", "--channels: 'ebay' is not ozon, taobao, webhook.")]
    [InlineData("--channels", "", "--channels: '' is not ozon, taobao, webhook.")]
    [InlineData("--what", "1", "--what: no such argument.")]
    public void Arguments_AreRefused_InOneLine(string name, string value, string message)
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<InvalidSetupException>(() =>
        {
            var arguments = Arguments.Parse(["--data", folder.File("run"), name, value], TimeProvider.System);
            ShipBy.Sandbox.Run.SandboxRun.Open(arguments.Options).Dispose();
        });

        Assert.StartsWith(message, error.Message.Replace(Directory.GetCurrentDirectory(), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Process_EndsWithTwo_WhenItsArgumentsDoNotDo()
    {
        using var sandbox = Start("--data");
        await sandbox.WaitForExitAsync(Cancel);

        Assert.Equal(2, sandbox.ExitCode);
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments.Prepend(typeof(SandboxServer).Assembly.Location))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process sandbox, string file)
    {
        var line = await sandbox.StandardOutput.ReadLineAsync(Cancel);
        Assert.StartsWith("Sandbox listens on http://127.0.0.1:", line, StringComparison.Ordinal);
        return new Uri(await File.ReadAllTextAsync(file, Cancel));
    }

    private static async Task<string> SendAsync(HttpClient client)
    {
        var operation = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/emails:send?api-version=2025-09-01");
        request.Headers.Add("Operation-Id", operation);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer x");
        request.Content = new StringContent("""{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[{"address":"d@e.f"}]}}""");
        using var response = await client.SendAsync(request, Cancel);
        return response.EnsureSuccessStatusCode().StatusCode is System.Net.HttpStatusCode.Accepted ? operation : "";
    }
}
