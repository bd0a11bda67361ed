using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using ShipBy.Adapters.Storage;
using ShipBy.Application.Reporting;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Adapters.Reporting;

/// <summary>The report endpoint's answer: each order's instants, each product's units, and what this process has asked of the storage account, and refused of shops' messages, since it started.</summary>
public sealed class OrderReport(ReportOrders reportOrders, StorageRequestCounter requests, ErrorCount errors, RefusedMessages refused)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public async Task<IResult> AnswerAsync(CancellationToken cancel) => Results.Json(
        new Answer(new Requests(requests.Table, requests.Queue, requests.Blob), errors.Count, [.. refused.Counts.Select(count => new Refused(count.Key.Shop, count.Key.Answer, count.Value))], await reportOrders.RunAsync(cancel), await reportOrders.StockAsync(cancel)), Json);

    private sealed record Answer(Requests StorageRequests, long Errors, IReadOnlyList<Refused> RefusedMessages, IReadOnlyList<ReportedOrder> Orders, IReadOnlyList<ReportedStock> Stock);

    private sealed record Refused(string Shop, string Answer, long Messages);

    private sealed record Requests(long Table, long Queue, long Blob);
}
