using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>A posting as a single read shows it, and instructions about it; a test says what differs.</summary>
internal static class ShippingSample
{
    public static readonly Instruction Ship = new() { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Now, AskedBy = "Anna" };

    public static Instruction Cancel(long reason, string? message = null) => Ship with { Kind = InstructionKind.Cancel, Ship = null, Cancel = new CancelOrder(reason, message) };

    public static Instruction MoveTo(string moment) => Ship with { Kind = InstructionKind.MoveCutOff, Ship = null, CutOff = Sample.At(moment) };

    public static Order Order(Instruction? instruction) => new()
    {
        Key = new OrderKey("main", Sample.Number),
        State = OrderState.Held,
        Status = PostingStatus.AwaitingPackaging,
        RawStatus = "awaiting_packaging",
        Lines = [],
        OrderedAt = Sample.Now,
        TakenAt = Sample.Now,
        SeenFrom = Sample.Now,
        Instruction = instruction,
    };

    public static Parcel Parcel(params (string Sku, int Units)[] lines) => new([.. lines.Select(line => new ParcelLine(Sku.Parse(line.Sku), line.Units))]);

    /// <param name="more">Further fields, as JSON without braces; they win over the ordinary ones.</param>
    public static string Posting(string status = "awaiting_packaging", string scheme = "ozon", string actions = "", string tracking = "", string more = "") => $$$"""
        {"result":{"posting_number":"{{{Sample.Number}}}","status":"{{{status}}}","substatus":"posting_created","tpl_integration_type":"{{{scheme}}}","tracking_number":"{{{tracking}}}",
        "shipment_date":"2026-11-21T09:00:00Z","is_multibox":false,"multi_box_qty":0,"available_actions":[{{{string.Join(',', actions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(action => $"\"{action}\""))}}}],
        "products":[{"sku":900000001,"offer_id":"A-1","quantity":2},{"sku":"900000002","offer_id":"B-2","quantity":"1"}]{{{(more is "" ? "" : "," + more)}}}}}
        """;

    public static ShownPosting Shown(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ShownPosting.Read(document.RootElement.Clone());
    }
}
