using NodaTime;
using NodaTime.Text;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Sound payloads; a test replaces the part it is about.</summary>
internal static class Sample
{
    public const string Number = "0100200300-0007-1";

    public static Instant Now { get; } = At("2026-11-20T12:00:00Z");

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>An open posting, as the current lists give it, with one part replaced.</summary>
    public static string Posting(string? replace = null, string with = "") => replace is null ? Whole : Whole.Contains(replace, StringComparison.Ordinal)
        ? Whole.Replace(replace, with, StringComparison.Ordinal)
        : throw new ArgumentException($"The sample does not hold {replace}.", nameof(replace));

    public static string Numbered(string number) => Posting(Number, number);

    public static string Page(IEnumerable<string> postings, string cursor = "", string hasNext = "false") =>
        $$"""{"has_next":{{hasNext}},"cursor":"{{cursor}}","count":2177,"postings":[{{string.Join(',', postings)}}]}""";

    private const string Whole = """
        {"posting_number":"0100200300-0007-1","order_id":35000000001,"order_number":"0100200300-0007","parent_posting_number":"",
        "status":"awaiting_packaging","substatus":"posting_created","in_process_at":"2026-11-20T06:00:00Z","shipment_date":"2026-11-21T09:00:00Z",
        "shipment_date_without_delay":"2026-11-24T16:59:00Z","delivering_date":null,"tracking_number":"","tpl_integration_type":"ozon",
        "delivery_method":{"id":1020005000000001,"name":"DM","warehouse_id":1020005000000001,"warehouse":"WH","tpl_provider_id":24,"tpl_provider":"P"},
        "products":[{"sku":900000001,"offer_id":"A-1","name":"N","quantity":2,"price":{"amount":"1530","currency":"RUB"},"imei":[]}],
        "cancellation":{"cancel_reason_id":0,"cancel_reason":"","cancellation_type":"","cancelled_after_ship":false,"affect_cancellation_rating":false,"cancellation_initiator":""},
        "customer":null,"addressee":null,"barcodes":null,"analytics_data":null,"financial_data":null,"available_actions":["cancel","product_cancel","ship"],
        "requirements":{"products_requiring_country":[],"products_requiring_gtd":[],"products_requiring_mandatory_mark":[]}}
        """;
}
