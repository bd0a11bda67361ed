using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Sandbox;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The client drives the simulated marketplace's postings to their end: every kind of them, through every refusal.</summary>
public sealed class OzonRoundTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ozon-round-");
    private readonly FakeTimeProvider _time = new(Start);
    private SandboxServer _sandbox = null!;
    private ServiceProvider _services = null!;

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
            Time = _time,
        });
        _services = TestShop.Build(_sandbox.BaseAddress, new() { ["Country"] = "CN", ["LabelPause"] = "00:00:00.001", ["LabelPatience"] = "00:00:00.02" });
        _time.Advance(TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task EveryPosting_IsPackedNumberedAndHandedOver_OrRefusedInWords()
    {
        var outcomes = new List<(Posting Posting, ShippingAnswer Last, List<ShippingStep> Told)>();
        foreach (var posting in (await OpenAsync()).Where(posting => posting is { Flaw: null, Status: PostingStatus.AwaitingPackaging }))
        {
            var ship = new ShipOrder([], TrackingNumber: $"LP{posting.Key.Number}", IsHandedOver: true);
            var (last, told) = await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Ship, Ship = ship, AskedAt = Sample.Now, AskedBy = "test" });
            outcomes.Add((posting, last, told));
        }

        Assert.InRange(outcomes.Count, 8, 60);
        foreach (var (posting, last, told) in outcomes)
        {
            var shown = (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!;
            if (last is ShippingAnswer.Complete)
            {
                var isRfbs = posting.Scheme == "non_integrated";
                Assert.Equal(isRfbs ? [ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver] : [ShippingStep.Pack], told.Distinct());
                Assert.Equal(isRfbs ? $"LP{posting.Key.Number}" : null, shown.TrackingNumber);
                Assert.True(!isRfbs || shown.Status == PostingStatus.HandedOver);
                Assert.Equal(isRfbs ? 1 : 0, told.Count(step => step == ShippingStep.HandOver));
            }
            else
            {
                Assert.Matches("customs declaration|several boxes|is cancelled|HAS_INCORRECT", Assert.IsType<ShippingAnswer.Refused>(last).Reason);
            }
        }

        Assert.Contains(outcomes, one => one.Last is ShippingAnswer.Complete && one.Posting.Remarks.Contains(PostingRemark.DataMissing));      // its country was said
        Assert.Contains(outcomes, one => one.Last is ShippingAnswer.Refused);
        Assert.Contains(outcomes, one => one.Told.Count(step => step == ShippingStep.Pack) == 2);                                            // it failed at first
    }

    [Fact]
    public async Task AnOrderInTwoParcels_BecomesTwoPostings_ThatNeedNothingMore()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Scheme: "ozon", Remarks: [], Status: PostingStatus.AwaitingPackaging, Lines.Count: > 1 });
        var parcels = posting.Lines.Select(line => new Parcel([new ParcelLine(line.Sku, line.Quantity)])).ToArray();

        var (last, _) = await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder(parcels), AskedAt = Sample.Now, AskedBy = "test" });

        Assert.Equal(new ShippingAnswer.Complete(), last);
        Assert.Equal(PostingStatus.Split, (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!.Status);
        var parts = (await OpenAsync()).Where(one => one.Key.Number.StartsWith(posting.Key.Number[..^1], StringComparison.Ordinal)).ToList();
        Assert.Equal(parcels.Length, parts.Count);
        Assert.All(parts, part => Assert.Equal(PostingStatus.AwaitingHandOver, part.Status));
        Assert.Equal(posting.Lines.Sum(line => line.Quantity), parts.Sum(part => part.Lines.Sum(line => line.Quantity)));
    }

    [Fact]
    public async Task Cancelling_TakesAReasonThatIsShown()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Status: PostingStatus.AwaitingPackaging });
        var reason = (await ((ICancelReasons)Shop).CancelReasonsAsync(posting.Key.Number, Cancelled)).First(one => !one.NeedsMessage);

        var (last, told) = await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Cancel, Cancel = new CancelOrder(reason.Id), AskedAt = Sample.Now, AskedBy = "test" });

        Assert.Equal((new ShippingAnswer.Complete(), 1), ((ShippingAnswer.Complete)last, told.Count));
        Assert.Equal(PostingStatus.Cancelled, (await Shop.FindPostingAsync(posting.Key.Number, Cancelled))!.Posting!.Status);
    }

    [Fact]
    public async Task Labels_AreThere_OnceAPostingIsPackedAWhile()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Remarks: [], Scheme: "ozon", Status: PostingStatus.AwaitingPackaging });
        var labels = (ILabelSource)Shop;
        var early = await labels.LabelsAsync([posting.Key.Number], Cancelled);
        Assert.Equal((0, true), (early.Files.Count, Assert.Single(early.Unprinted).IsTooEarly));

        await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Now, AskedBy = "test" });
        Assert.True(Assert.Single((await labels.LabelsAsync([posting.Key.Number], Cancelled)).Unprinted).IsTooEarly);      // ordered, and still being made: its clock stands
        _time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(20);        // time passes with the questions
        var made = await labels.LabelsAsync([posting.Key.Number], Cancelled);

        Assert.Empty(made.Unprinted);
        Assert.True(Assert.Single(made.Files).AsSpan().StartsWith("%PDF"u8));
    }

    [Fact]
    public async Task TheAccount_SaysHowTheSellerStands_AndWhoWaits()
    {
        var rights = await ((IKeyRights)Shop).MissingRightsAsync(Cancelled);
        Assert.Equal((0, 0), (rights!.Needed.Count, rights.Others.Count));

        _time.Advance(TimeSpan.FromMinutes(4));     // some are cancelled because nobody packs them
        var health = await ((IAccountHealth)Shop).HealthAsync(Cancelled);
        Assert.True(health.ErrorIndex > 4);
        Assert.Contains(health.Ratings, rating => rating.Grade >= RatingGrade.Warning);
        Assert.Contains(health.Defects, defect => defect is { Kind: "SELLER_CANCELLATION", Charge.MinorUnits: 60_00 });

        var waiting = await ((IBuyerTalk)Shop).WaitingBuyersAsync(Cancelled);
        Assert.NotEmpty(waiting);
        Assert.All(waiting.Take(10), buyer => Assert.NotNull(buyer.Order));
        Assert.Equal([], await ((IBuyerTalk)Shop).BadReviewsAsync(Cancelled));
    }

    [Fact]
    public async Task ADaysParcels_GoOnOnePaper()
    {
        var carriages = (ICarriages)Shop;
        var posting = await FirstAsync(one => one is { Flaw: null, Remarks: [], Scheme: "ozon", Status: PostingStatus.AwaitingPackaging });
        await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Now, AskedBy = "test" });
        var day = new LocalDate(2026, 11, 23);

        var plan = Assert.Single(await carriages.CarriagesAsync(day, Cancelled));
        Assert.Equal((1, (long?)null), (plan.Packed, plan.Carriage));
        var carriage = await carriages.CreateCarriageAsync(plan.DeliveryMethod, day, Cancelled);
        Assert.Equal((carriage, "new"), (await carriages.CarriagesAsync(day, Cancelled)).Select(one => (one.Carriage!.Value, one.State)).Single());
        Assert.Equal("in_process", (await carriages.CarriagePaperAsync(carriage, Cancelled)).State);
        await carriages.ApproveCarriageAsync(carriage, Cancelled);
        _time.Advance(TimeSpan.FromSeconds(1));
        var paper = await carriages.CarriagePaperAsync(carriage, Cancelled);

        Assert.Equal([posting.Key.Number], paper.Added);
        Assert.True(paper.File.AsSpan().StartsWith("%PDF"u8));
        await Assert.ThrowsAsync<MarketplaceRefusedException>(() => carriages.ApproveCarriageAsync(carriage, Cancelled));
    }

    [Fact]
    public async Task GoodsThatComeBack_AreListed()
    {
        var posting = await FirstAsync(one => one is { Flaw: null, Remarks: [], Scheme: "ozon", Status: PostingStatus.AwaitingPackaging });
        await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Now, AskedBy = "test" });
        await using var ofToday = TestShop.Build(_sandbox.BaseAddress, time: _time);
        Assert.Empty(await ReturnsAsync());

        await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Cancel, Cancel = new CancelOrder(352), AskedAt = Sample.Now, AskedBy = "test" });

        var back = Assert.Single(await ReturnsAsync());
        Assert.Equal((posting.Key.Number, posting.Lines[0].Sku.Value, posting.Lines[0].Quantity), (back.Order, back.Article, back.Units));

        Task<IReadOnlyList<ReturnedGoods>> ReturnsAsync() => ((IReturns)ofToday.GetRequiredService<IMarketplace>()).ReturnsAsync(Instant.FromDateTimeOffset(Start), Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private IMarketplace Shop => _services.GetRequiredService<IMarketplace>();

    /// <summary>The first such posting, waited for; one of several boxes is none, since its parcels are its boxes.</summary>
    private async Task<Posting> FirstAsync(Func<Posting, bool> isMeant)
    {
        for (var i = 0; i < 30; i++)
        {
            foreach (var posting in (await OpenAsync()).Where(isMeant))
            {
                if (!await IsMultiboxAsync(posting.Key.Number))
                    return posting;
            }

            _time.Advance(TimeSpan.FromSeconds(10));
        }

        throw new InvalidOperationException("No such posting comes.");
    }

    private async Task<bool> IsMultiboxAsync(string number)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.BaseAddress };
        http.DefaultRequestHeaders.Add("Client-Id", TestShop.ClientId);
        http.DefaultRequestHeaders.Add("Api-Key", TestShop.Key);
        using var request = new StringContent($$"""{"posting_number":"{{number}}"}""");
        using var response = await http.PostAsync(new Uri("v3/posting/fbs/get", UriKind.Relative), request, Cancelled);
        return (await response.Content.ReadAsStringAsync(Cancelled)).Contains("\"is_multibox\":true", StringComparison.Ordinal);
    }

    /// <summary>As the app would: look, say one thing, wait, look again.</summary>
    private async Task<(ShippingAnswer Last, List<ShippingStep> Told)> DriveAsync(OrderKey key, Instruction instruction)
    {
        var told = new List<ShippingStep>();
        for (var i = 0; i < 20; i++)
        {
            instruction = instruction with { Calls = instruction.Calls + 1 };
            var answer = await ((IShippingChannel)Shop).AdvanceAsync(ShippingSample.Order(instruction) with { Key = key }, Cancelled);
            _time.Advance(TimeSpan.FromSeconds(2));
            if (answer is ShippingAnswer.Complete or ShippingAnswer.Refused)
                return (answer, told);

            if (answer is ShippingAnswer.Told(var step))
            {
                told.Add(step);
                instruction = InstructionPolicy.Told(instruction, step, Duration.Zero, Sample.Now);
            }
        }

        throw new InvalidOperationException($"{key.Number} comes to no end.");
    }

    private async Task<List<Posting>> OpenAsync()
    {
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        var postings = new List<Posting>();
        await foreach (var page in Shop.OpenPostingsAsync(now - Duration.FromDays(1), now + Duration.FromDays(1), Cancelled))
            postings.AddRange(page.Postings);

        return postings;
    }
}
