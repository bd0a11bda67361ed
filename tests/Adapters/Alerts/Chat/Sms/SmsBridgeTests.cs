using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts.Chat.Sms;

/// <summary>A notice reaches a phone by way of the generic webhook and a receiver of one page.</summary>
public class SmsBridgeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("thirty-two bytes of random noise");

    private static readonly Letter Letter = Sample.Letter with { Text = "Открыть: https://guard.example/api/today#o-1\n\n- P-1, осталось 2 ч\n" };

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task ANotice_IsAnSms_OnceHoweverOftenItIsSent()
    {
        await using var sms = await SmsProvider.StartAsync(Key, _clock);
        using var chats = ChatSetup.Open(Chat(sms), _clock);

        Assert.IsType<Delivery.Accepted>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Letter, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Accepted>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Letter, TestContext.Current.CancellationToken));

        Assert.Equal(("+79990000000", "Осталось 2 ч: P-1\nhttps://guard.example/api/today#o-1"), Assert.Single(sms.Phones));
    }

    [Fact]
    public async Task AProviderThatIsDown_GetsItAgain()
    {
        await using var sms = await SmsProvider.StartAsync(Key, _clock);
        sms.Error = 500;
        using var chats = ChatSetup.Open(Chat(sms), _clock);

        Assert.IsType<Delivery.Undecided>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Letter, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.NotThere>(await chats.Routes[0].Channel.AskAsync(Sample.Id, TestContext.Current.CancellationToken));
        sms.Error = 0;
        Assert.IsType<Delivery.Accepted>(await chats.Routes[0].Channel.SendAsync(Sample.Id, Letter, TestContext.Current.CancellationToken));

        Assert.Single(sms.Phones);
    }

    [Fact]
    public async Task AProviderThatWantsAPause_GetsIt()
    {
        await using var sms = await SmsProvider.StartAsync(Key, _clock);
        sms.Error = 429;

        Assert.Equal(new Delivery.Busy(TimeSpan.FromSeconds(30)), await ChatSetup.SendOnceAsync(Chat(sms), _clock, Letter));
    }

    [Fact]
    public async Task AProviderThatRefuses_IsTold()
    {
        await using var sms = await SmsProvider.StartAsync(Key, _clock);
        sms.Error = 400;

        Assert.Contains("422", Assert.IsType<Delivery.Refused>(await ChatSetup.SendOnceAsync(Chat(sms), _clock, Letter)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecretThatIsNotTheBridges_SendsNothing()
    {
        await using var sms = await SmsProvider.StartAsync(Encoding.ASCII.GetBytes("another thirty-two bytes of noise"), _clock);

        Assert.Contains("__Secret", Assert.IsType<Delivery.Refused>(await ChatSetup.SendOnceAsync(Chat(sms), _clock, Letter)).Reason, StringComparison.Ordinal);
        Assert.Empty(sms.Phones);
    }

    [Theory]
    [InlineData(0, "", HttpStatusCode.NoContent)]
    [InlineData(300, "", HttpStatusCode.NoContent)]
    [InlineData(301, "", HttpStatusCode.Unauthorized)]          // overheard and played again
    [InlineData(0, " ", HttpStatusCode.Unauthorized)]           // one blank more than was signed
    public async Task WhatIsOldOrAltered_IsNotTaken(int secondsLater, string more, HttpStatusCode expected)
    {
        await using var sms = await SmsProvider.StartAsync(Key, _clock);
        var post = ChatKind.Find("webhook")!.Open(Chat(sms)).Write(Sample.Id, Letter, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, sms.BridgeAddress) { Content = new ByteArrayContent([.. post.Body, .. Encoding.ASCII.GetBytes(more)]) };
        foreach (var (name, value) in post.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    private static ChatOptions Chat(SmsProvider sms) =>
        Assert.Single(ChatSetup.Read([("Kind", "webhook"), ("Url", sms.BridgeAddress), ("Secret", "whsec_" + Convert.ToBase64String(Key))]).Chats);
}
