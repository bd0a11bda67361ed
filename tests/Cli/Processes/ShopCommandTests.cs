using System.Text;
using ShipBy.Sandbox;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a simulated shop: what it prints, what it writes, how it ends.</summary>
public sealed class ShopCommandTests : IAsyncLifetime
{
    private const string Order = "o1-s1";

    private readonly ShipByProcess _shipby = new();
    private SandboxServer _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        var orders = _shipby.Write("orders.csv", string.Join('\n', (string[])
        [
            "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,delivered_customer_date,estimated_delivery_date,review_score,customer_state,seller_state,n_items,items,total_price",
            "o1,s1,invoiced,2018-01-01 00:00:00,2018-01-01 00:00:00,2018-01-06 10:00:00,,,2018-01-20 00:00:00,5,SP,SP,1,mug x 1,10.00",
        ]));
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = Path.Combine(_shipby.Home, "marketplace"), OrdersFile = orders, Length = TimeSpan.FromHours(2) });
    }

    [Fact]
    public async Task Reasons_AreListed()
    {
        var outcome = await RunAsync("reasons", "toys", Order);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("402: Другое (вина продавца) (counts against the seller); needs words of your own", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_OfWhatIsNotPacked_AreForLater()
    {
        var outcome = await RunAsync("labels", "TOYS", Order, "--out", "mine.pdf");

        Assert.Equal((1, $"not printed: {Order}: not ready yet; ask again in a minute"), (outcome.ExitCode, outcome.Output.Trim()));
        Assert.False(File.Exists(Path.Combine(_shipby.Home, "mine.pdf")));
    }

    [Fact]
    public async Task Labels_OfWhatIsPacked_AreWritten()
    {
        await PackAsync();

        var outcome = await RunAsync("labels", "toys", Order, "--out", "mine.pdf");

        Assert.Equal((0, "written: mine.pdf"), (outcome.ExitCode, outcome.Output.Trim()));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Path.Combine(_shipby.Home, "mine.pdf"), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACarriage_IsListedMadeAndPrinted()
    {
        await PackAsync();
        var listed = await RunAsync("carriage", "toys");
        Assert.Matches(@"^\d+: Ozon Логистика курьеру: 1 of 1 packed, until .+; no carriage yet$", listed.Output.Trim());

        var made = await RunAsync("carriage", "toys", "--hand-over", listed.Output.Split(':')[0], "--out", "act.pdf");

        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Equal(["made: carriage 9001", "approved: carriage 9001", "written: act.pdf, with 1 orders"], made.Output.Trim().Split('\n').Select(line => line.Trim()));
        Assert.True(File.Exists(Path.Combine(_shipby.Home, "act.pdf")));
    }

    [Fact]
    public async Task WhereNothingComesBack_ThatIsSaid()
    {
        var outcome = await RunAsync("returns", "toys");

        Assert.Equal((0, "Nothing is on its way back."), (outcome.ExitCode, outcome.Output.Trim()));
    }

    [Fact]
    public async Task Wishes_ToCancel_AreListed_AndAnUnknownOneIsNotDecided()
    {
        var listed = await RunAsync("requests", "toys");
        var unknown = await RunAsync("requests", "toys", "--grant", "7");
        var wordless = await RunAsync("requests", "toys", "--reject", "7");
        var both = await RunAsync("requests", "toys", "--reject", "7", "--grant", "7", "--comment", "no");

        Assert.Equal((0, "No buyer waits for a decision."), (listed.ExitCode, listed.Output.Trim()));
        Assert.Equal((1, "No wish 7 waits for a decision; without --grant and --reject those that do are listed."), (unknown.ExitCode, unknown.Output.Trim()));
        Assert.Equal((1, "Say with --comment why it is rejected: the buyer reads it."), (wordless.ExitCode, wordless.Output.Trim()));
        Assert.NotEqual(0, both.ExitCode);
        Assert.Contains("Say either --grant or --reject.", both.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no shop books that can be asked. Name one of these: toys.", "reasons", "books", "1")]
    [InlineData("POSTING_NOT_FOUND", "reasons", "toys", "1")]
    [InlineData("There is no shop to speak with", "labels", "toys", "1")]
    public async Task WhatStandsInTheWay_IsSaidInOneLine(string reason, params string[] args)
    {
        var outcome = args[0] == "labels" ? await _shipby.RunAsync(args) : await RunAsync(args);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(reason, Assert.Single(outcome.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _shipby.Dispose();
    }

    private Task<ShipByProcess.Outcome> RunAsync(params string[] args) => _shipby.RunAsync(args, new Dictionary<string, string>
    {
        ["Shops__toys__Kind"] = "ozon",
        ["Shops__toys__ClientId"] = new SandboxOptions { DataFolder = "" }.ClientId,
        ["Shops__toys__ApiKey"] = new SandboxOptions { DataFolder = "" }.ApiKey,
        ["Shops__toys__BaseUrl"] = _sandbox.BaseAddress.AbsoluteUri,
        ["Shops__toys__LabelPause"] = "00:00:00.2",
    });

    /// <summary>By hand, as a seller would in the cabinet, until it is.</summary>
    private async Task PackAsync()
    {
        using var http = new HttpClient { BaseAddress = _sandbox.BaseAddress };
        http.DefaultRequestHeaders.Add("Client-Id", new SandboxOptions { DataFolder = "" }.ClientId);
        http.DefaultRequestHeaders.Add("Api-Key", new SandboxOptions { DataFolder = "" }.ApiKey);
        for (var answer = ""; !answer.Contains("POSTING_ALREADY_SHIPPED", StringComparison.Ordinal);)
        {
            using var ship = new StringContent($$"""{"posting_number":"{{Order}}","packages":[{"products":[{"product_id":900000001,"quantity":1}]}]}""");
            using var reply = await http.PostAsync(new Uri("v4/posting/fbs/ship", UriKind.Relative), ship, TestContext.Current.CancellationToken);
            answer = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }
}
