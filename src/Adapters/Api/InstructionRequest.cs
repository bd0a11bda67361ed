using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api;

/// <summary>A request body, read. One order that cannot be read does not stop the others.</summary>
/// <param name="Flaw">What is wrong with the whole of it; null when it can be worked on.</param>
internal sealed record InstructionRequest(IReadOnlyList<InstructionItem> Items, int Status, string? Flaw)
{
    private const int LargestBody = 512 * 1024;

    /// <value>Each is a commit or two; more in one request would outlast callers' patience.</value>
    private const int MostOrders = 200;

    private const int LongestText = 200;

    public static async Task<InstructionRequest> ReadAsync(HttpRequest request, InstructionKind kind, CancellationToken cancel)
    {
        try
        {
            var body = new byte[LargestBody + 1];
            var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
            if (length > LargestBody)
            {
                return Wrong(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {LargestBody / 1024} KiB; send fewer orders at a time.");
            }

            using var document = JsonDocument.Parse(body.AsMemory(0, length));
            return Read(document.RootElement, kind);
        }
        catch (JsonException)
        {
            return Wrong(StatusCodes.Status400BadRequest, "The body is no JSON; send {\"orders\": [...]} in UTF-8.");
        }
    }

    private static InstructionRequest Read(JsonElement body, InstructionKind kind)
    {
        if (body.Field("orders") is not { ValueKind: JsonValueKind.Array } orders)
        {
            return Wrong(StatusCodes.Status400BadRequest, "orders is missing or no list; send {\"orders\": [{\"shop\": \"...\", \"order\": \"...\"}]}.");
        }

        var by = body.Text("by") is { Length: > 0 } name ? Cut.ToLine(name, LongestText) : "api";
        return orders.GetArrayLength() > MostOrders
            ? Wrong(StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"orders has more than {MostOrders} entries; send them in parts."))
            : new InstructionRequest([.. orders.EnumerateArray().Select(order => One(order, by, kind))], StatusCodes.Status200OK, null);
    }

    private static InstructionItem One(JsonElement order, string by, InstructionKind kind)
    {
        var (shop, number) = (order.Text("shop") ?? "", order.Text("order") ?? "");
        var item = new InstructionItem(shop, number, null, order.Flag("anyway") ?? false, null);
        if (shop.Length == 0 || number.Length == 0)
        {
            return item with { Flaw = $"{(shop.Length == 0 ? "shop" : "order")} is missing; name both the shop as in the settings and the order's number." };
        }

        var instruction = new Instruction { Kind = kind, AskedAt = Instant.MinValue, AskedBy = by };
        return kind == InstructionKind.Cancel ? CancelOf(order, item, instruction) : ShipOf(order, item, instruction);
    }

    private static InstructionItem CancelOf(JsonElement order, InstructionItem item, Instruction instruction)
    {
        if (order.Whole("reason_id") is not { } reason)
        {
            return item with { Flaw = "reason_id is missing or no whole number; 'shipby reasons' lists what the marketplace takes." };
        }

        var cancel = new CancelOrder(reason, TextOf(order, "message"));
        if (!order.Field("items").IsThere())
        {
            return item with { Instruction = instruction with { Cancel = cancel } };
        }

        return order.Field("items") is not { ValueKind: JsonValueKind.Array } items || ParcelOf([.. items.EnumerateArray()]) is not { } part
                ? item with { Flaw = "items has to be a list of {\"sku\": \"...\", \"quantity\": 1} that are to be cancelled; leave it out to cancel the whole order." }
            : cancel.Message is null
                ? item with { Flaw = "message is missing; where a part of an order is cancelled, say why in words." }
            : item with { Instruction = instruction with { Kind = InstructionKind.CancelPart, Cancel = cancel with { Parts = [.. part.Lines.Select(line => new CancelledUnits(line.Sku, line.Units))] } } };
    }

    private static InstructionItem ShipOf(JsonElement order, InstructionItem item, Instruction instruction)
    {
        if (ParcelsOf(order) is not { } parcels)
        {
            return item with { Flaw = "parcels has to be a list of lists of {\"sku\": \"...\", \"quantity\": 1}; leave it out for one parcel." };
        }

        var (goods, flaw) = GoodsField.Read(order.Field("goods"));
        var ship = new ShipOrder(parcels, TextOf(order, "carrier"), TextOf(order, "tracking_number"), order.Flag("handed_over") ?? false) { Goods = goods };
        return flaw is null ? item with { Instruction = instruction with { Ship = ship } } : item with { Flaw = flaw };
    }

    private static string? TextOf(JsonElement order, string field) => order.Text(field) is { Length: > 0 } text ? Cut.ToLine(text, LongestText) : null;

    /// <returns>Null where they cannot be read.</returns>
    private static Parcel[]? ParcelsOf(JsonElement order)
    {
        if (!order.Field("parcels").IsThere())
        {
            return [];
        }

        if (order.Field("parcels") is not { ValueKind: JsonValueKind.Array } list || list.EnumerateArray().Any(parcel => parcel.ValueKind != JsonValueKind.Array))
        {
            return null;
        }

        Parcel[] parcels = [.. list.EnumerateArray().Select(parcel => ParcelOf([.. parcel.EnumerateArray()])).OfType<Parcel>()];
        return parcels.Length == list.GetArrayLength() ? parcels : null;
    }

    private static Parcel? ParcelOf(IReadOnlyList<JsonElement> lines)
    {
        var read = new List<ParcelLine>();
        foreach (var line in lines)
        {
            if (line.Text("sku") is not { Length: > 0 } sku || line.Whole("quantity") is not { } quantity || quantity is < 1 or > int.MaxValue)
            {
                return null;
            }

            try
            {
                read.Add(new ParcelLine(Sku.Parse(sku), (int)quantity));
            }
            catch (FormatException)
            {
                return null;
            }
        }

        return read.Count == 0 ? null : new Parcel(read);
    }

    private static InstructionRequest Wrong(int status, string flaw) => new([], status, flaw);
}

/// <summary>One order of a request.</summary>
/// <param name="Instruction">Null where it has a flaw.</param>
/// <param name="Anyway">Whether a person has seen what stands against it, and decided.</param>
internal sealed record InstructionItem(string Shop, string Order, Instruction? Instruction, bool Anyway, string? Flaw);
