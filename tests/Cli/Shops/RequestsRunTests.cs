using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Cli.Shops;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Tests.Shops;

/// <summary>A buyer's wish is listed, and decided once.</summary>
public sealed class RequestsRunTests
{
    private readonly Wishes _shop = new();

    [Fact]
    public async Task AWish_SaysUntilWhenItCanBeDecided() =>
        Assert.Equal("7: P-1: changed mind; granted by itself at 2026-11-24T10:00:00Z", await OutputAsync(output => RequestsRun.ListAsync(_shop, output, default)));

    [Theory]
    [InlineData(true, null, "granted: 7: P-1")]
    [InlineData(false, "on its way", "rejected: 7: P-1")]
    public async Task ADecision_IsSaidOnce(bool isGranted, string? comment, string expected)
    {
        Assert.Equal(expected, await OutputAsync(output => RequestsRun.DecideAsync(_shop, 7, isGranted, comment, output, default)));
        Assert.StartsWith("No wish 7 waits", await OutputAsync(output => RequestsRun.DecideAsync(_shop, 7, isGranted, comment, output, default)), StringComparison.Ordinal);

        Assert.Equal([(7, isGranted, comment)], _shop.Decided);
    }

    [Fact]
    public async Task WhatDoesNotShowYet_IsSaid()
    {
        _shop.ShowsLate = true;

        Assert.EndsWith("does not show it yet: list them again in a minute", await OutputAsync(output => RequestsRun.DecideAsync(_shop, 7, isGranted: true, null, output, default)), StringComparison.Ordinal);
    }

    private static async Task<string> OutputAsync(Func<TextWriter, Task<int>> run)
    {
        await using var output = new StringWriter();
        await run(output);
        return output.ToString().Trim();
    }

    private sealed class Wishes : ICancelRequests
    {
        private IReadOnlyList<CancelRequest> _open = [new(7, "P-1", Instant.FromUtc(2026, 11, 23, 10, 0), Instant.FromUtc(2026, 11, 24, 10, 0), "changed mind")];

        public Shop Shop { get; } = new("shop", "ozon", PoolName.Parse("main"));

        public bool ShowsLate { get; set; }

        public List<(long Request, bool IsGranted, string? Comment)> Decided { get; } = [];

        public Task<IReadOnlyList<CancelRequest>> CancelRequestsAsync(CancellationToken cancel) => Task.FromResult(_open);

        public Task DecideAsync(CancelRequest request, bool isGranted, string? comment, CancellationToken cancel)
        {
            Decided.Add((request.Id, isGranted, comment));
            _open = ShowsLate ? _open : [];
            return Task.CompletedTask;
        }
    }
}
