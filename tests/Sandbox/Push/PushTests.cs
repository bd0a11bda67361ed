using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ShipBy.Sandbox.Push;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Push;

public sealed class PushTests
{
    [Fact]
    public async Task Pushes_ReachTheAddress_APingFirst()
    {
        using var folder = new TestFolder();
        var received = new ConcurrentQueue<JsonNode>();
        var ping = new TaskCompletionSource();
        await using var receiver = await ReceiverAsync(message =>
        {
            received.Enqueue(message);
            ping.TrySetResult();
        });
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, Enumerable.Range(0, 20).Select(n => OrderRows.Row($"o{n}")))));

        var told = await run.SendAsync(HttpMethod.Post, "sandbox/app", $$"""{"push_url":"{{receiver.Urls.Single()}}/push"}""");
        await ping.Task.WaitAsync(TestContext.Current.CancellationToken);
        run.Time.Advance(TimeSpan.FromSeconds(10));
        var pushes = run.Server.StepAsync();
        while (!pushes.IsCompleted)
        {
            run.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(200, told.Status);
        Assert.Equal("TYPE_PING", received.First()["message_type"]!.ToString());
        var news = received.Skip(1).Where(message => message["message_type"]!.ToString() == "TYPE_NEW_POSTING").Select(message => message["posting_number"]!.ToString()).ToArray();
        Assert.InRange(news.Distinct().Count(), 15, 20);
        Assert.Contains((await run.GetAsync("sandbox/events")).Json.AsArray(), one => one!["kind"]!.ToString() == "push" && one["status"]!.GetValue<int>() == 200);
    }

    [Fact]
    public async Task Messages_CoverWhatHappensToAnOrder()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder) with { Variations = true, Length = TimeSpan.FromMinutes(10) });
        var (step, messages) = (new RunStep(run.Server.Run), new PushMessages(run.Server.Run.Options));
        var told = new List<JsonObject>();
        for (var second = 0; second < 600; second++)
        {
            run.Time.Advance(TimeSpan.FromSeconds(1));
            told.AddRange(step.Take().SelectMany(news => new[] { messages.Of(news), messages.Stray(news) }).OfType<JsonObject>());
        }

        var byType = told.ToLookup(message => message["message_type"]!.ToString());
        Assert.Equal(
            ["TYPE_CUTOFF_DATE_CHANGED", "TYPE_DELIVERY_DATE_CHANGED", "TYPE_NEW_MESSAGE", "TYPE_NEW_POSTING", "TYPE_POSTING_CANCELLED", "TYPE_SOMETHING_NEW", "TYPE_STOCKS_CHANGED"],
            byType.Select(type => type.Key).Order(StringComparer.Ordinal));
        Assert.Contains(byType["TYPE_CUTOFF_DATE_CHANGED"], message => message["new_cutoff_date"]!.ToString() is "");
        Assert.Contains(byType["TYPE_CUTOFF_DATE_CHANGED"], message => message["old_cutoff_date"]!.ToString() is "" && message["new_cutoff_date"]!.ToString() is not "");
        Assert.Contains(byType["TYPE_NEW_POSTING"], message => message["in_process_at"]!.ToString() is "");
        Assert.All(byType["TYPE_POSTING_CANCELLED"], message => Assert.Equal("posting_canceled", message["new_state"]!.ToString()));
    }

    private static async Task<WebApplication> ReceiverAsync(Action<JsonNode> take)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        web.MapPost("/push", async (HttpRequest request) =>
        {
            take((await JsonNode.ParseAsync(request.Body))!);
            return Results.Text("""{"result":true}""", "application/json");
        });
        await web.StartAsync();
        return web;
    }
}
