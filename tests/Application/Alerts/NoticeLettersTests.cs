using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Alerts;

/// <summary>What missing a deadline costs, on its way into the letter.</summary>
public sealed class NoticeLettersTests
{
    private static readonly Citation Source = new("a page", new LocalDate(2026, 1, 1), CostConfidence.Official);

    private static readonly CostTable Table = new(
        "sample", [new SurchargeStep(Duration.Zero, new Charge(1, null, null), Source), new SurchargeStep(Duration.FromHours(12), new Charge(2, null, null), Source)], [], null);

    private readonly World _world = new() { AddPorts = services => services.AddSingleton(Table) };

    [Fact]
    public async Task AWarningThatIsSent_SaysWhatMissingItCosts()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });

        await _world.RoundAsync();

        Assert.Equal(3_060, Assert.Single(_world.Channel.Costs).Value.Surcharge!.Amount!.MinorUnits);
    }

    [Theory]
    [InlineData(DeadlineRule.PlatformLimit, true)]
    [InlineData(DeadlineRule.PlatformLateness, true)]
    [InlineData(DeadlineRule.PromisedTime, true)]
    [InlineData(DeadlineRule.HoursAfterPayment, true)]
    [InlineData(DeadlineRule.Promotion, true)]
    [InlineData(DeadlineRule.ConfirmLimit, false)]
    [InlineData(DeadlineRule.PackLimit, false)]
    [InlineData(DeadlineRule.HandlingTime, false)]
    [InlineData(null, true)]                            // of an older version: it was the marketplace's own limit
    public async Task OnlyALimitForHandingOver_IsChargedFor(DeadlineRule? rule, bool expected)
    {
        var line = Line(-1) with { Rule = rule is { } kind ? new ShipByRule(kind, Sample.Noon) : null };

        Assert.Equal(expected, (await CostsAsync(line)).ContainsKey(line.Order));
    }

    [Theory]
    [InlineData(-13, -13, 2)]
    [InlineData(-13, -11, 1)]           // the carrier's last pick-up was two hours before the limit
    [InlineData(-1, 5, 1)]
    public async Task TheStep_FollowsTheLimit_AndNotThePickUpBeforeIt(int pickUp, int limit, int percent)
    {
        var line = Line(pickUp) with { Rule = new ShipByRule(DeadlineRule.PlatformLimit, Sample.Noon + Duration.FromHours(limit), PickUp: CarrierPickUp.LastBeforeLimit) };

        Assert.Equal(percent, (await CostsAsync(line))[line.Order].Surcharge!.Step.Charge.Percent);
    }

    [Fact]
    public async Task WhatIsOver_CostsNothing_AndADaysOrdersDo()
    {
        var (planned, next) = (Line(2, "planned"), Line(3, "next"));
        var notice = Notice(Line(1) with { IsOvertaken = true });

        await LetterAsync(notice with { Day = new DayNews(new DayPlan(new LocalDate(2026, 3, 2), Sample.Noon, 1, 0, 0, 0, null, [new PickUp(null, null, 1, [planned])])) });
        Assert.Equal([planned.Order], _world.Channel.Costs.Keys);

        await LetterAsync(notice with { Day = new DayNews(Report: new DayReport(new LocalDate(2026, 3, 2), 0, 0, 0, 0, 0, 1, 0, 1, [next])) });
        Assert.Equal([next.Order], _world.Channel.Costs.Keys);
    }

    private static WarningLine Line(int hours, string number = "P-1") =>
        new(new OrderKey("shop", number), ["6h"], Sample.Noon + Duration.FromHours(hours), OrderState.Held, "Mug", new Money(1_000, "RUB"), 0);

    private static Notice Notice(params WarningLine[] lines) => new() { Id = Guid.NewGuid(), State = NoticeState.Sending, CreatedAt = Sample.Noon, Warnings = lines };

    private Task<Letter> LetterAsync(Notice notice) => _world.Of<NoticeLetters>().WriteAsync(Sample.Pool, notice, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyDictionary<OrderKey, CostOfMissing>> CostsAsync(WarningLine line)
    {
        await LetterAsync(Notice(line));
        return _world.Channel.Costs;
    }
}
