using ShipBy.Adapters.Tests.Alerts.Chat.Servers;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat;

/// <summary>What holds for every kind of chat.</summary>
public class ChatChannelTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["telegram", "wecom", "dingtalk", "feishu", "webhook"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ANotice_IsShownAsSubjectAndText(string kind)
    {
        await using var server = await VendorServer.StartAsync(kind);

        Assert.Equal(new Delivery.Accepted(), await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));

        Assert.Equal("Осталось 2 ч: P-1\n\nПередайте в доставку\n.точка в начале строки", Assert.Single(server.Shown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ALongNotice_IsCutToWhatTheVendorTakes(string kind)
    {
        await using var server = await VendorServer.StartAsync(kind);
        var letter = Sample.Letter with { Text = "На странице: https://guard.example/api/today\n" + string.Concat(Enumerable.Repeat("- осталось 2 ч \"кружка\" 杯子 😀\n", 2_000)) };

        Assert.Equal(new Delivery.Accepted(), await ChatSetup.SendOnceAsync(server.Chat(), server.Clock, letter));

        var shown = Assert.Single(server.Shown);
        Assert.StartsWith("Осталось 2 ч: P-1\n\nНа странице: https://guard.example/api/today\n- осталось", shown, StringComparison.Ordinal);
        Assert.EndsWith("😀\n…", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.CutBefore, 0, "Undecided")]
    [InlineData(Fault.CutAfter, 1, "Undecided")]
    [InlineData(Fault.CutInAnswer, 1, "Undecided")]
    [InlineData(Fault.Broken, 0, "Undecided")]
    [InlineData(Fault.BadGateway, 0, "Undecided")]
    [InlineData(Fault.TimedOut, 0, "Undecided")]
    [InlineData(Fault.Garbage, 0, "Undecided", "Accepted")]         // a webhook's success is its status alone
    [InlineData(Fault.HalfAnswer, 0, "Undecided", "Accepted")]
    [InlineData(Fault.List, 0, "Undecided", "Accepted")]
    [InlineData(Fault.Flood, 0, "Undecided")]
    [InlineData(Fault.Forbidden, 0, "Refused")]
    [InlineData(Fault.Redirect, 0, "Refused")]
    [InlineData(Fault.TooMany, 0, "Busy")]
    public async Task WhatWentWrong_IsToldByWhatMayBeDoneNext(Fault fault, int shown, string expected, string? ofAWebhook = null)
    {
        foreach (var kind in Kinds)
        {
            await using var server = await VendorServer.StartAsync(kind.Data);
            server.Fault = fault;

            var delivery = await ChatSetup.SendOnceAsync(server.Chat(), server.Clock);

            Assert.Equal((kind.Data, kind.Data == "webhook" ? ofAWebhook ?? expected : expected), (kind.Data, delivery.GetType().Name));
            Assert.Equal(shown, server.Shown.Count);
            Assert.Equal(1, server.Calls);          // not sent again, and no redirect followed
            Assert.True(delivery is not Delivery.Refused refused || refused.Reason.Contains("Alerts__Chats__group-1__Url", StringComparison.Ordinal));
            Assert.True(delivery is not Delivery.Busy busy || busy.RetryAfter == TimeSpan.FromSeconds(17));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ASilentServer_IsGivenItsTimeAndNoMore(string kind)
    {
        await using var server = await VendorServer.StartAsync(kind);
        server.Fault = Fault.Silent;
        using var chats = ChatSetup.Open(server.Chat(("Timeout", "00:00:07")), server.Clock);

        var sending = chats.Routes[0].Channel.SendAsync(Sample.Id, Sample.Letter, Cancel);
        await server.Arrived;
        server.Clock.Advance(TimeSpan.FromSeconds(7) - TimeSpan.FromTicks(1));
        Assert.False(sending.IsCompleted);
        server.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Contains("time-out", Assert.IsType<Delivery.Undecided>(await sending).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachNotice_HasAConnectionOfItsOwn()
    {
        await using var server = await VendorServer.StartAsync("telegram");
        using var chats = ChatSetup.Open(server.Chat(), server.Clock);

        Assert.IsType<Delivery.Accepted>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Sample.Letter, Cancel));
        Assert.IsType<Delivery.Accepted>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Sample.Letter, Cancel));

        Assert.Equal((2, 2), (server.Calls, server.Connections.Count));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NobodyListening_MeansThatNothingLeft(string kind)
    {
        await using var server = await VendorServer.StartAsync(kind);
        await server.StopAsync();

        Assert.Equal(new Delivery.Busy(TimeSpan.FromMinutes(1)), await ChatSetup.SendOnceAsync(server.Chat(), server.Clock));
    }

    [Fact]
    public async Task OurOwnStopping_IsNoAnswer()
    {
        await using var server = await VendorServer.StartAsync("telegram");
        server.Fault = Fault.Silent;
        using var chats = ChatSetup.Open(server.Chat(), server.Clock);
        using var stop = new CancellationTokenSource();

        var sending = chats.Routes[0].Channel.SendAsync(Sample.Id, Sample.Letter, stop.Token);
        await server.Arrived;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData("telegram", "Undecided")]
    [InlineData("wecom", "Undecided")]
    [InlineData("dingtalk", "Undecided")]
    [InlineData("feishu", "Undecided")]
    [InlineData("webhook", "NotThere")]         // sending again is safe: the receiver drops what it has had
    public async Task Asked_ItTellsWhetherSendingAgainIsSafe(string kind, string expected)
    {
        await using var server = await VendorServer.StartAsync(kind);
        using var chats = ChatSetup.Open(server.Chat(), server.Clock);

        Assert.Equal(expected, (await chats.Routes[0].Channel.AskAsync(Sample.Id, Cancel)).GetType().Name);
        Assert.Equal(0, server.Calls);
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("wecom")]
    [InlineData("dingtalk")]
    [InlineData("feishu")]
    public async Task NoText_CallsPeople(string kind)
    {
        await using var server = await VendorServer.StartAsync(kind);
        var letter = Sample.Letter with { Subject = "@all <@all> <at user_id=\"all\">", Text = "@everyone, @durov; https://guard.example/<at user_id=\"all\">@所有人 mail me@example.com\n" };

        await ChatSetup.SendOnceAsync(server.Chat(), server.Clock, letter);

        var shown = Assert.Single(server.Shown);
        Assert.DoesNotContain("[", shown, StringComparison.Ordinal);
        Assert.Contains("me@example.com", shown, StringComparison.Ordinal);
        Assert.Contains("https://guard.example/", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telegram", 20, 33)]
    [InlineData("wecom", 20, 60)]
    [InlineData("dingtalk", 20, 600)]
    [InlineData("feishu", 100, 60)]
    [InlineData("webhook", 30, 45)]
    public async Task OneTooMany_IsBusyForAsLongAsItTakes(string kind, int perMinute, int seconds)
    {
        await using var server = await VendorServer.StartAsync(kind);
        using var chats = ChatSetup.Open(server.Chat(), server.Clock);
        var channel = chats.Routes[0].Channel;
        for (var i = 0; i < perMinute; i++)
        {
            Assert.IsType<Delivery.Accepted>(await channel.SendAsync(Guid.NewGuid(), Sample.Letter, Cancel));
        }

        Assert.Equal(new Delivery.Busy(TimeSpan.FromSeconds(seconds)), await channel.SendAsync(Sample.Id, Sample.Letter, Cancel));

        server.Clock.Advance(TimeSpan.FromSeconds(Math.Max(60, seconds)));
        Assert.IsType<Delivery.Accepted>(await channel.SendAsync(Sample.Id, Sample.Letter, Cancel));
        Assert.Equal(perMinute + 1, server.Shown.Count);
    }
}
