using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Carriages;

/// <summary>Hands a day's parcels over: one carriage a way of delivery, and the paper that goes with it.</summary>
internal sealed class OzonCarriages(OzonClient client)
{
    private const int MaxTextLength = 160;

    public async Task<IReadOnlyList<CarriagePlan>> OfAsync(LocalDate day, CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.Deliveries, new { departure_date = Midnight(day), limit = 100, cursor = "" }, cancel);
        var rows = (JsonElement[])[.. body.Items("delivery_methods"), .. body.Items("result"), .. body.Field("result").Items("delivery_methods")];
        return [.. from row in rows let method = row.Whole("delivery_method_id") where method is not null from plan in PlansOf(row, method.Value) select plan];
    }

    public async Task<long> CreateAsync(long deliveryMethod, LocalDate day, CancellationToken cancel)
    {
        var body = await client.TellAsync(OzonMethods.CreateCarriage, new { delivery_method_id = deliveryMethod, departure_date = Midnight(day) }, cancel);
        return body.Whole("carriage_id") ?? body.Field("result").Whole("carriage_id")
            ?? throw new MarketplaceUnreachableException($"{OzonMethods.CreateCarriage} brought no number of a carriage");
    }

    public Task ApproveAsync(long carriage, CancellationToken cancel) => client.TellAsync(OzonMethods.ApproveCarriage, new { carriage_id = carriage }, cancel);

    public async Task<CarriagePaper> PaperAsync(long carriage, CancellationToken cancel)
    {
        var answer = await client.ReadAsync(OzonMethods.ActState, new { id = carriage }, cancel);
        var body = answer.Field("result") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : answer;
        var state = Cut.ToLine(body.Text("status") ?? "", MaxTextLength);
        return new CarriagePaper(state, Numbers(body, "added_to_act"), Numbers(body, "removed_from_act"), state.Equals("ready", StringComparison.OrdinalIgnoreCase) ? await FileAsync(carriage, cancel) : null);
    }

    /// <summary>One for each carriage of the way, or one without where none was made yet.</summary>
    private static IEnumerable<CarriagePlan> PlansOf(JsonElement row, long method)
    {
        var plan = new CarriagePlan(
            method,
            Cut.ToLine(row.Text("delivery_method_name") ?? method.ToString(CultureInfo.InvariantCulture), MaxTextLength),
            WireInstant.Read(row.Text("cutoff_at")),
            Count(row, "mandatory_postings_count"),
            Count(row, "mandatory_packaged_count"),
            Carriage: row.Whole("carriage_id") is { } one and > 0 ? one : null,
            Cut.ToLine(row.Text("carriage_status") ?? "", MaxTextLength),
            [.. row.Items("errors").Select(error => error.Text("description") ?? error.Text("code") ?? error.Text()).OfType<string>().Select(error => Cut.ToLine(error, MaxTextLength))]);
        var carriages = row.Items("carriages").Where(carriage => carriage.Whole("id") is > 0).ToList();
        return carriages.Count == 0 ? [plan] : carriages.Select(carriage => plan with { Carriage = carriage.Whole("id"), State = Cut.ToLine(carriage.Text("status") ?? "", MaxTextLength) });
    }

    private static int Count(JsonElement row, string name) => (int)Math.Clamp(row.Whole(name) ?? 0, 0, int.MaxValue);

    private static List<string> Numbers(JsonElement body, string name) =>
        [.. body.Items(name).Select(one => one.Text() ?? one.Text("posting_number")).OfType<string>().Select(number => Cut.ToLine(number, MaxTextLength))];

    /// <summary>It comes inside an object: as base64, or as its bytes one character each.</summary>
    private async Task<byte[]> FileAsync(long carriage, CancellationToken cancel)
    {
        var body = await client.ReadAsync(OzonMethods.ActFile, new { id = carriage }, cancel);
        var answer = body.Field("result") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : body;
        var text = answer.Text("file_content") ?? answer.Text("content") ?? "";
        var buffer = new byte[text.Length];
        var file = text.StartsWith("%PDF", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text)
            : Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length]
            : [];
        return file.AsSpan().StartsWith("%PDF"u8) ? file : throw new MarketplaceUnreachableException($"{OzonMethods.ActFile} brought no PDF");
    }

    private static string Midnight(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day:uuuu-MM-dd}T00:00:00Z");
}
