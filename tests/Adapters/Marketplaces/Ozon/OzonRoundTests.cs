using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The client drives the simulated marketplace's postings to their end: every kind of them, through every refusal.</summary>
public sealed class OzonRoundTests : OzonRound
{
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
                Assert.Equal(isRfbs ? [ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver] : [ShippingStep.Pack], told.Distinct().Except([ShippingStep.Describe]));
                Assert.Equal(isRfbs ? $"LP{posting.Key.Number}" : null, shown.TrackingNumber);
                Assert.True(!isRfbs || shown.Status is PostingStatus.HandedOver or PostingStatus.Delivered, shown.RawStatus);
                Assert.Equal(isRfbs ? 1 : 0, told.Count(step => step == ShippingStep.HandOver));
            }
            else
            {
                Assert.Matches("customs declaration|mandatory mark|IMEI|several boxes|is cancelled|HAS_INCORRECT", Assert.IsType<ShippingAnswer.Refused>(last).Reason);
            }
        }

        Assert.Contains(outcomes, one => one.Last is ShippingAnswer.Complete && one.Told.Contains(ShippingStep.Describe));                    // its pieces were told of, with nothing to say of them
        Assert.Contains(outcomes, one => one.Last is ShippingAnswer.Refused);
        Assert.DoesNotContain(outcomes, one => one.Last is ShippingAnswer.Complete && one.Posting.Remarks.Any(remark => remark >= PostingRemark.DataMissing));   // what the settings say is not missing
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
        Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(20);        // time passes with the questions
        var made = await labels.LabelsAsync([posting.Key.Number], Cancelled);

        Assert.Empty(made.Unprinted);
        Assert.True(Assert.Single(made.Files).AsSpan().StartsWith("%PDF"u8));
    }

    [Fact]
    public async Task TheAccount_SaysHowTheSellerStands_AndWhoWaits()
    {
        var rights = await ((IKeyRights)Shop).MissingRightsAsync(Cancelled);
        Assert.Equal((0, 0), (rights!.Needed.Count, rights.Others.Count));

        Time.Advance(TimeSpan.FromMinutes(4));     // some are cancelled because nobody packs them
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
        Time.Advance(TimeSpan.FromSeconds(1));
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
        await using var ofToday = TestShop.Build(Address, time: Time);
        Assert.Empty(await ReturnsAsync());

        await DriveAsync(posting.Key, new Instruction { Kind = InstructionKind.Cancel, Cancel = new CancelOrder(352), AskedAt = Sample.Now, AskedBy = "test" });

        var back = Assert.Single(await ReturnsAsync());
        Assert.Equal((posting.Key.Number, posting.Lines[0].Sku.Value, posting.Lines[0].Quantity), (back.Order, back.Article, back.Units));

        Task<IReadOnlyList<ReturnedGoods>> ReturnsAsync() => ((IReturns)ofToday.GetRequiredService<IMarketplace>()).ReturnsAsync(Instant.FromDateTimeOffset(Start), Cancelled);
    }
}
