using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>A client at the simulated marketplace, in a run where postings are of every kind, and what a test does with them.</summary>
public abstract class OzonRound : IAsyncLifetime
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;
    protected static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ozon-round-");
    private SandboxServer _sandbox = null!;
    private ServiceProvider _services = null!;

    private protected FakeTimeProvider Time { get; } = new(Start);

    private protected Uri Address => _sandbox.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = Path.Combine(_folder.FullName, "run"),
            Channels = [Channel.Ozon, Channel.Webhook],
            OzonScenes = true,
            Length = TimeSpan.FromHours(1),
            ClientId = TestShop.ClientId,
            ApiKey = TestShop.Key,
            RunsByItself = false,
            Time = Time,
        });
        _services = TestShop.Build(_sandbox.BaseAddress, new() { ["Country"] = "CN", ["LabelPause"] = "00:00:00.001", ["LabelPatience"] = "00:00:00.02" });
        Time.Advance(TimeSpan.FromSeconds(80));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected IMarketplace Shop => _services.GetRequiredService<IMarketplace>();

    /// <summary>The first such posting, waited for; one of several boxes is none, since its parcels are its boxes.</summary>
    protected async Task<Posting> FirstAsync(Func<Posting, bool> isMeant)
    {
        for (var i = 0; i < 30; i++)
        {
            foreach (var posting in (await OpenAsync()).Where(isMeant))
            {
                if (!await IsMultiboxAsync(posting.Key.Number))
                    return posting;
            }

            Time.Advance(TimeSpan.FromSeconds(10));
        }

        throw new InvalidOperationException("No such posting comes.");
    }

    private async Task<bool> IsMultiboxAsync(string number) => (await RawAsync(number)).GetProperty("is_multibox").GetBoolean();

    /// <summary>The posting as it goes over the wire.</summary>
    protected async Task<JsonElement> RawAsync(string number)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.BaseAddress };
        http.DefaultRequestHeaders.Add("Client-Id", TestShop.ClientId);
        http.DefaultRequestHeaders.Add("Api-Key", TestShop.Key);
        using var request = new StringContent($$"""{"posting_number":"{{number}}"}""");
        using var response = await http.PostAsync(new Uri("v3/posting/fbs/get", UriKind.Relative), request, Cancelled);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        return body.RootElement.GetProperty("result").Clone();
    }

    /// <summary>As the app would: look, say one thing, wait, look again.</summary>
    /// <param name="forgets">Whether the app dies after each call, before it can note what came of it.</param>
    protected async Task<(ShippingAnswer Last, List<ShippingStep> Told)> DriveAsync(OrderKey key, Instruction instruction, bool forgets = false)
    {
        var told = new List<ShippingStep>();
        for (var i = 0; i < 20; i++)
        {
            instruction = instruction with { Calls = instruction.Calls + 1 };
            var answer = await ((IShippingChannel)Shop).AdvanceAsync(ShippingSample.Order(instruction) with { Key = key }, Cancelled);
            Time.Advance(TimeSpan.FromSeconds(2));
            if (answer is ShippingAnswer.Complete or ShippingAnswer.Refused)
                return (answer, told);

            if (answer is ShippingAnswer.Told(var step))
            {
                told.Add(step);
                instruction = forgets ? instruction : InstructionPolicy.Told(instruction, step, Duration.Zero, Sample.Now);
            }
        }

        throw new InvalidOperationException($"{key.Number} comes to no end.");
    }

    protected async Task<List<Posting>> OpenAsync()
    {
        var now = Instant.FromDateTimeOffset(Time.GetUtcNow());
        var postings = new List<Posting>();
        await foreach (var page in Shop.OpenPostingsAsync(now - Duration.FromDays(1), now + Duration.FromDays(1), Cancelled))
            postings.AddRange(page.Postings);

        return postings;
    }
}
