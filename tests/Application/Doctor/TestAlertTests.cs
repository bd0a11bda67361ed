using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Doctor;

/// <summary>The button and the command that send a test by every channel.</summary>
public sealed class TestAlertTests : ITestLetterWriter
{
    private static readonly BudgetWindow[] FourAnHour = [new("mail", Duration.FromHours(1), 4, Reserve: 1)];

    private readonly FakeTimeProvider _clock = new(Sample.Noon.ToDateTimeOffset());
    private readonly InMemoryLedger _ledger = new();
    private readonly OneAnswer _mail = new();
    private readonly OneAnswer _chat = new();

    [Fact]
    public async Task ATest_GoesOnceByEveryRoute_AndChangesNoPool()
    {
        var findings = await PressAsync();

        Assert.Equal([("mail", Fact.TestAccepted), ("boss", Fact.TestAccepted)], findings.Select(finding => (finding.Subject, finding.Fact)));
        Assert.Equal(["test by mail", "test by boss"], _mail.Letters.Concat(_chat.Letters));
        Assert.Empty(await _ledger.RangeAsync(Sample.Pool, new KeyRange("", "~"), 10, default));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    public async Task ASecondPress_WithinAMinute_SendsNothing(int secondsLater, int letters)
    {
        await PressAsync();
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));

        var second = await PressAsync();

        Assert.Equal((letters, letters), (_mail.Letters.Count, _chat.Letters.Count));
        Assert.Equal(letters == 1, second is [{ Fact: Fact.TestJustSent } told] && told.At == Sample.Noon);
    }

    [Fact]
    public async Task OfManyPressesAtOnce_OneSends()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(PressAsync)));

        Assert.Equal((1, 1), (_mail.Letters.Count, _chat.Letters.Count));
    }

    [Fact]
    public async Task AClockThatWentBack_DoesNotSilenceTheButton()
    {
        await PressAsync();
        _clock.AdjustTime(_clock.GetUtcNow() - TimeSpan.FromHours(1));

        await PressAsync();

        Assert.Equal(2, _mail.Letters.Count);
    }

    [Fact]
    public async Task TheReserve_IsLeftToRealWarnings_AndATestIsCounted()
    {
        var budget = new WindowBudget(_ledger);
        await budget.TryTakeAsync(FourAnHour, isPressing: false, Sample.Noon, default);
        await budget.TryTakeAsync(FourAnHour, isPressing: false, Sample.Noon, default);

        await PressAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        var over = await PressAsync();

        Assert.Equal(Fact.TestOverQuota, over[0].Fact);
        Assert.Equal(Fact.TestAccepted, over[1].Fact);              // another channel, another quota
        Assert.Single(_mail.Letters);
        Assert.Equal(1, await budget.LeftAsync(FourAnHour[0], Sample.Noon, default));
    }

    public static TheoryData<Delivery, Fact> Answers => new()
    {
        { new Delivery.Busy(TimeSpan.FromSeconds(33)), Fact.TestBusy },
        { new Delivery.Refused("550: check Alerts__Sender"), Fact.TestRefused },
        { new Delivery.Undecided("time-out"), Fact.TestUndecided },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task WhateverAChannelAnswers_IsTold_AndHidesNoOther(Delivery answer, Fact expected)
    {
        _mail.Answer = answer;

        var findings = await PressAsync();

        Assert.Equal([expected, Fact.TestAccepted], findings.Select(finding => finding.Fact));
        Assert.Equal((answer as Delivery.Refused)?.Reason ?? (answer as Delivery.Undecided)?.Reason ?? "", findings[0].Detail);
    }

    [Fact]
    public async Task AChannelThatWritesToNobody_IsSaidToBeOne()
    {
        _mail.ReachesNobody = true;

        Assert.Equal(Fact.TestToNobody, (await PressAsync())[0].Fact);
        Assert.Empty(_mail.Letters);
    }

    public Task<Letter> WriteAsync(string route, CancellationToken cancel, string? language = null, string? timeZone = null) => Task.FromResult(new Letter($"test by {route}", "", "", new Dictionary<string, string>()));

    /// <summary>A press on an instance of its own.</summary>
    private Task<IReadOnlyList<Finding>> PressAsync()
    {
        var routes = new AlertRoutes(
        [
            new AlertRoute(AlertRoute.MainMail, Contact.First, Severity.Info, _mail, FourAnHour),
            new AlertRoute("boss", Contact.Second, Severity.Critical, _chat, []),
        ]);
        return new TestAlert(_ledger, routes, new WindowBudget(_ledger), this, new NoticeIds(), _clock).RunAsync(default);
    }

    private sealed class OneAnswer : IAlertChannel
    {
        public Delivery Answer { get; set; } = new Delivery.Accepted();

        public bool ReachesNobody { get; set; }

        public List<string> Letters { get; } = [];

        public Task<Delivery> SendAsync(Guid id, Letter letter, CancellationToken cancel)
        {
            lock (Letters)
            {
                Letters.Add(letter.Subject);
            }

            return Task.FromResult(Answer);
        }

        public Task<Delivery> AskAsync(Guid id, CancellationToken cancel) => Task.FromResult<Delivery>(new Delivery.NotThere());
    }
}
