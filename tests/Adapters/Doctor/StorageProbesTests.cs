using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Doctor;
using ShipBy.Adapters.Storage;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.TestKit.Storage;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Adapters.Tests.Doctor;

/// <summary>A real emulator, as it is, with a wrong key, and not there at all.</summary>
public sealed class StorageProbesTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AStorage_IsTriedByWritingReadingAndDeleting()
    {
        await using var app = App(azurite.ConnectionString);

        var findings = await LookAsync(app);

        Assert.Contains(findings, finding => finding.Fact == Fact.StorageSound);
        Assert.All(findings, finding => Assert.True(finding.Fact is Fact.StorageSound or Fact.QueueSound or Fact.QueueMissing, finding.Fact.ToString()));
        Assert.Equal(["deadline-warnings", "reserve-stock"], findings.Select(finding => finding.Subject).Where(name => name.Length > 0).Order());
        Assert.Null(await app.GetRequiredService<ILedger>().FindAsync(ProbeRow.Pool, RowKey.Probe("ledger"), default));
    }

    [Fact]
    public async Task ARowThatACrashLeft_IsNoTrouble()
    {
        await using var app = App(azurite.ConnectionString);
        var left = new ProbeRow("ledger", NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0));
        await app.GetRequiredService<ILedger>().TryCommitAsync(ProbeRow.Pool, new CommitSet().With(new RowChange.Insert(left)), default);

        Assert.Contains(await LookAsync(app), finding => finding.Fact == Fact.StorageSound);
        Assert.Null(await app.GetRequiredService<ILedger>().FindAsync(ProbeRow.Pool, left.Key, default));
    }

    [Fact]
    public async Task AWrongKey_IsRefused_AndNotQuoted()
    {
        await using var app = App(azurite.ConnectionString.Replace("Eby8", "AAAA", StringComparison.Ordinal));

        var findings = await LookAsync(app);

        Assert.All(findings, finding => Assert.Equal((Fact.StorageRefused, "403"), (finding.Fact, finding.Detail.Split(' ')[0])));
        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public async Task AStorageThatIsNotThere_IsSilent()
    {
        await using var app = App("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWJj;TableEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a");

        Assert.All(await LookAsync(app), finding => Assert.Equal(Fact.StorageSilent, finding.Fact));
    }

    [Theory]
    [InlineData(0, Fact.ClockSound)]
    [InlineData(2, Fact.ClockOff)]
    [InlineData(11, Fact.ClockFarOff)]
    [InlineData(-11, Fact.ClockFarOff)]
    public async Task OurClock_IsComparedWithTheStorages(int minutesOff, Fact expected)
    {
        await using var app = App(azurite.ConnectionString, TimeSpan.FromMinutes(minutesOff));

        var finding = Assert.Single(await app.GetRequiredService<Checkup>().RunAsync(default), finding => finding.Area == Area.Clock);

        Assert.Equal((expected, "storage"), (finding.Fact, finding.Subject));
        Assert.InRange(finding.Time!.Value.TotalMinutes, Math.Abs(minutesOff) - 0.5, Math.Abs(minutesOff) + 0.5);
    }

    [Fact]
    public async Task TheClock_IsReadFromARefusalToo()
    {
        await using var app = App(azurite.ConnectionString.Replace("Eby8", "AAAA", StringComparison.Ordinal), TimeSpan.FromMinutes(11));

        Assert.Contains(await app.GetRequiredService<Checkup>().RunAsync(default), finding => finding.Fact == Fact.ClockFarOff);
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(ServiceProvider app) =>
        [.. (await app.GetRequiredService<Checkup>().RunAsync(default)).Where(finding => finding.Area == Area.Storage)];

    /// <param name="off">How far our clock is ahead.</param>
    private static ServiceProvider App(string connection, TimeSpan off = default)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("AzureWebJobsStorage", (string?)connection)]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow() + off)).AddSingleton(new MachineClock(TimeProvider.System))
            .AddSingleton(new GuardOptions()).AddStorage(settings).AddStorageProbes(settings).AddSingleton<ClocksProbe>().AddSingleton<Checkup>().BuildServiceProvider();
    }
}
