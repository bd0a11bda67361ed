using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using ShipBy.Adapters.Storage;
using ShipBy.Application.Reporting;

namespace ShipBy.Adapters.Reporting;

/// <summary>The report endpoint's answer: each order's instants, and what this process has asked of the storage account since it started.</summary>
public sealed class OrderReport(ReportOrders reportOrders, StorageRequestCounter requests, ErrorCount errors)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public async Task<IResult> AnswerAsync(CancellationToken cancel) => Results.Json(
        new Answer(new Requests(requests.Table, requests.Queue, requests.Blob), errors.Count, await reportOrders.RunAsync(cancel)), Json);

    private sealed record Answer(Requests StorageRequests, long Errors, IReadOnlyList<ReportedOrder> Orders);

    private sealed record Requests(long Table, long Queue, long Blob);
}
