using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Alerts;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Tests.Alerts;

public class AcsEmailChannelTests
{
    [Fact]
    public async Task ALetter_IsSentUnderItsId_WithBothPartsAndItsHeaders()
    {
        var sent = new List<(string Operation, JsonDocument Body)>();
        await using var service = await ServiceAsync(async context =>
        {
            sent.Add((context.Request.Headers["Operation-Id"].ToString(), await JsonDocument.ParseAsync(context.Request.Body)));
            await AnswerAsync(context, 202, """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","status":"Running"}""");
        });

        Assert.IsType<Delivery.Accepted>(await Channel(service).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));

        var (operation, body) = Assert.Single(sent);
        Assert.Equal(Sample.Id, Guid.Parse(operation));
        Assert.Equal("shipby@example.com", body.RootElement.GetProperty("senderAddress").GetString());
        Assert.Equal(Sample.Contact, body.RootElement.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString());
        Assert.Equal(Sample.Letter.Subject, body.RootElement.GetProperty("content").GetProperty("subject").GetString());
        Assert.Equal(Sample.Letter.Text, body.RootElement.GetProperty("content").GetProperty("plainText").GetString());
        Assert.Equal(Sample.Letter.Html, body.RootElement.GetProperty("content").GetProperty("html").GetString());
        Assert.Equal(Sample.Letter.Headers[WarningHeader.Name], body.RootElement.GetProperty("headers").GetProperty(WarningHeader.Name).GetString());
    }

    [Theory]
    [InlineData(400, null, "Refused")]
    [InlineData(401, null, "Refused")]
    [InlineData(403, null, "Refused")]
    [InlineData(404, null, "Refused")]
    [InlineData(408, null, "Undecided")]
    [InlineData(409, null, "Undecided")]        // somebody sends under this id just now: ask
    [InlineData(413, null, "Refused")]
    [InlineData(429, "17", "Busy { RetryAfter = 00:00:17 }")]
    [InlineData(429, "0", "Busy { RetryAfter = 00:00:01 }")]
    [InlineData(429, null, "Busy { RetryAfter = 00:00:42 }")]
    [InlineData(500, null, "Undecided")]
    [InlineData(503, "17", "Undecided")]
    [InlineData(504, null, "Undecided")]
    public async Task WhatSendingMet_IsToldByWhatMayBeDoneNext_AfterOneRequest(int status, string? retryAfter, string expected)
    {
        var requests = 0;
        await using var service = await ServiceAsync(context => FailAsync(context, status, retryAfter, ref requests));

        var delivery = await Channel(service).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken);

        Assert.StartsWith(expected, delivery.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("quotes the request", delivery.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, requests);
    }

    [Theory]
    [InlineData(200, "Running", "Accepted")]
    [InlineData(200, "NotStarted", "Accepted")]
    [InlineData(200, "Succeeded", "Accepted")]
    [InlineData(200, "Failed", "Refused")]
    [InlineData(404, "", "NotThere")]
    [InlineData(401, "", "Refused")]
    [InlineData(429, "", "Busy")]
    [InlineData(500, "", "Busy")]               // a question may simply be asked again
    public async Task AskingTells_WhatTheServiceKnows(int status, string operation, string expected)
    {
        var requests = 0;
        var path = "";
        await using var service = await ServiceAsync(context =>
        {
            path = context.Request.Path;
            return status == 200
                ? AnswerAsync(context, 200, $$"""{"id":"{{Sample.Id}}","status":"{{operation}}","error":{"code":"InvalidRecipient","message":"quotes the request"} }""")
                : FailAsync(context, status, null, ref requests);
        });

        var delivery = await Channel(service).AskAsync(Sample.Id, TestContext.Current.CancellationToken);

        Assert.Equal(expected, delivery.GetType().Name);
        Assert.Equal($"/emails/operations/{Sample.Id:D}", path);
    }

    [Fact]
    public async Task ACutConnection_LeavesItOpenWhetherItArrived_AndTheQuestionIsPutOff()
    {
        await using var service = await ServiceAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.IsType<Delivery.Undecided>(await Channel(service).SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
        Assert.Equal(new Delivery.Busy(Sample.Pause), await Channel(service).AskAsync(Sample.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ASlowService_LeavesItOpenWhetherItArrived()
    {
        await using var service = await ServiceAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var channel = Channel(service, TimeSpan.FromMilliseconds(200));

        Assert.IsType<Delivery.Undecided>(await channel.SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
        Assert.IsType<Delivery.Busy>(await channel.AskAsync(Sample.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NobodyListening_MeansThatNothingLeft()
    {
        var service = await ServiceAsync(_ => Task.CompletedTask);
        var channel = Channel(service);
        await service.DisposeAsync();

        Assert.Equal(new Delivery.Busy(Sample.Pause), await channel.SendAsync(Sample.Id, Sample.Letter, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OurOwnStopping_IsNoAnswerOfTheService()
    {
        using var stop = new CancellationTokenSource();
        await using var service = await ServiceAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Channel(service).SendAsync(Sample.Id, Sample.Letter, stop.Token));
    }

    private static AcsEmailChannel Channel(WebApplication service, TimeSpan? timeout = null) => new(
        AlertServices.Client(new AlertOptions { ConnectionString = $"endpoint={service.Urls.Single()}/;accesskey=c2VjcmV0", Timeout = timeout ?? TimeSpan.FromSeconds(30) }),
        "shipby@example.com", Sample.Contact, Sample.Pause);

    private static async Task<WebApplication> ServiceAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static Task FailAsync(HttpContext context, int status, string? retryAfter, ref int requests)
    {
        requests++;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return AnswerAsync(context, status, """{"error":{"code":"SomeCode","message":"quotes the request"}}""");
    }

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }
}
