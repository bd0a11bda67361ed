using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShipBy.Bench.Storage;

namespace ShipBy.Bench.Parts;

/// <summary>
/// The floor of <c>latency_ratio</c> and <c>startup_ratio</c>: an app of the same kind, on the same driver, that does one raw cycle. A push is read back from the marketplace, a message rings,
/// and the queue function commits one raw batch of three rows.
/// </summary>
/// <remarks>It decides nothing, keeps no budget and guards against nothing. Started as a program of its own, as the product is.</remarks>
internal static class BareApp
{
    public const string Table = "bare";

    public const string Queue = "bare-ring";

    public static IReadOnlyList<string> Functions { get; } = ["BarePush", "BareRing", "BareHook", "BareWrite"];

    public static async Task<int> RunAsync()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobs.ReserveStock.Disabled", "true")]);
        var storage = builder.Configuration["AzureWebJobsStorage"]!;
        builder.Services
            .AddSingleton(new RawStorage(BenchStore.TablesOf(storage), BenchStore.KeyOf(storage)))
            .AddSingleton(new QueueClient(storage, Queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }))
            .AddSingleton(new HttpClient { BaseAddress = new Uri(builder.Configuration["Shops:shop:BaseUrl"]!) });
        await builder.Build().RunAsync();
        return 0;
    }

    public static string Row(string number) => $"\"Number\":\"{number}\",\"Body\":\"{new string('x', 700)}\"";
}

/// <summary>Reads the posting back, which tells nothing here, and rings.</summary>
public sealed class BarePush(IServiceProvider services)
{
    [Function("BarePush")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "push/ozon/{shop}/{secret}")] HttpRequest request, string shop, string secret)
    {
        var push = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
        var number = push.GetProperty("posting_number").GetString()!;
        var answer = await services.GetRequiredService<HttpClient>().PostAsJsonAsync("v3/posting/fbs/get", new { posting_number = number });
        await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        await services.GetRequiredService<QueueClient>().SendMessageAsync(number);
        return Results.Json(new { result = true });
    }
}

/// <summary>The floor of <c>webhook_ratio</c>: an HTTP function that does nothing.</summary>
public sealed class BareHook
{
    [Function("BareHook")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhook/{shop}")] HttpRequest request, string shop) => Results.Ok();
}

/// <summary>Beside the floor of <c>webhook_ratio</c>: an HTTP function that writes one raw batch of three rows before it answers.</summary>
public sealed class BareWrite(IServiceProvider services)
{
    [Function("BareWrite")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "written/{shop}")] HttpRequest request, string shop)
    {
        var number = request.Headers["webhook-id"].ToString();
        await new RawBatch(services.GetRequiredService<RawStorage>(), BareApp.Table)
            .Insert("main", $"order|{number}", BareApp.Row(number))
            .Insert("main", $"work|{number}", BareApp.Row(number))
            .Insert("main", $"due|{number}", BareApp.Row(number))
            .SendAsync();
        return Results.Ok();
    }
}

/// <summary>One raw batch: the order is there and its unit is taken.</summary>
public sealed class BareRing(IServiceProvider services)
{
    [Function("BareRing")]
    public Task RunAsync([QueueTrigger(BareApp.Queue)] string number) => new RawBatch(services.GetRequiredService<RawStorage>(), BareApp.Table)
        .Insert("main", $"order|{number}", BareApp.Row(number))
        .Insert("main", $"due|{number}", BareApp.Row(number))
        .Replace("main", "stock|1", BareApp.Row("stock"))
        .SendAsync();
}
