namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Stock, products and warehouses.</summary>
internal static class StockShapes
{
    private const string Row = "offer_id product_id sku warehouse_id warehouse_name present reserved free_stock updated_at";
    private const string Price = "minimal_price minimal_price_currency min_price min_price_currency price_index_value";

    private const string Warehouse = """
        warehouse_id name status is_rfbs is_express is_kgt is_economy is_karantin is_auto_assembly is_timetable_editable is_comfort is_waybill_enabled
        has_entrusted_acceptance can_print_act_in_advance cut_in_time sla_cut_in working_days timetable* address_info* phone
        first_mile(type timeslot_from timeslot_to dropoff_point_id dropoff_timeslot_id is_changing)
        first_mile_type(dropoff_point_id dropoff_timeslot_id first_mile_is_changing first_mile_type)
        has_postings_limit min_postings_limit postings_limit min_working_days pause_at created_at updated_at warehouse_type carriage_label_type
        """;

    private const string DeliveryMethod = """
        id company_id name status cutoff provider_id template_id warehouse_id created_at updated_at sla_cut_in is_express tpl_integration_type
        """;

    private const string Info = $"""
        id product_id sku offer_id name price old_price min_price marketing_price currency_code barcodes barcode description_category_id type_id
        created_at updated_at images images360 primary_image color_image vat volume_weight is_archived is_autoarchived is_discounted is_kgt is_super
        is_prepayment_allowed has_discounted_fbo_item discounted_fbo_stocks is_seasonal availabilities*
        statuses(is_created moderate_status status status_description status_failed status_name status_tooltip status_updated_at validation_status)
        stocks(has_stock stocks(sku source present reserved)) visibility_details(has_price has_stock) errors* sources* commissions* model_info*
        price_indexes(color_index external_index_data({Price}) ozon_index_data({Price}) self_marketplaces_index_data({Price})) promotions*
        """;

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("stock by warehouse", Telling.Stock, "products.present products.warehouse_id", $"products({Row}) cursor has_next total"),
        new("stock by warehouse, in the old form", Telling.Stock, "result.present result.warehouse_id", $"result({Row}) cursor has_next"),
        new("stock of one warehouse", Telling.Stock, "stocks.present stocks.warehouse_id", $"stocks({Row}) cursor has_next"),
        new("stock by product", Telling.Stock, "items.stocks.present", """
            items(product_id offer_id sku stocks(type present reserved sku shipment_type warehouse_ids)) cursor total total_items last_id
            """),
        new("answer to a push of stock or prices", Telling.Note, "result.updated", "result(warehouse_id product_id offer_id updated quant_size errors(code message))", "It says which pairs of product and warehouse were accepted."),
        new("answer to a stock push of digital goods", Telling.Note, "status.updated", "status(offer_id product_id sku updated errors(code message))"),
        new("stock report rows", Telling.Note, "rows.free_to_sell_amount", "rows(sku item_code item_name free_to_sell_amount promised_amount reserved_amount warehouse_name)"),
        new("products of unpaid orders of companies", Telling.Note, "products.image_url cursor", "products(product_id offer_id quantity name image_url) cursor", "Reserved at the marketplace until they are paid or lapse; they become postings once paid."),
        new("list of products", Telling.Note, "items.has_fbs_stocks", """
            items(product_id offer_id sku has_fbs_stocks has_fbo_stocks archived is_discounted quants(quant_code quant_size warehouse_id quantity reserved)) last_id total total_items
            """),
        new("details of products", Telling.Note, "items.statuses", $"items({Info})"),
        new("prices of products", Telling.Note, "items.price_indexes", "items(product_id offer_id acquiring commissions* marketing_actions* price* price_indexes* volume_weight) cursor total last_id"),
        new("result of a product import", Telling.Note, "items.status items.product_id", "items(offer_id product_id status errors*) total"),
        new("content rating of products", Telling.Note, "products.groups", "products(sku rating groups*)"),
        new("a product's description", Telling.Note, "description offer_id", "id offer_id name description"),
        new("attributes of products", Telling.Note, "result.attributes", "result* total last_id"),
        new("list of warehouses", Telling.Note, "result.warehouse_id result.name !result.id !result.dropoff_point_id", $"result({Warehouse}) cursor has_next"),
        new("list of warehouses", Telling.Note, "warehouses.warehouse_id", $"warehouses({Warehouse}) cursor has_next"),
        new("warehouses that take deliveries", Telling.Note, "search.warehouse_id", "search(address coordinates(latitude longitude) name warehouse_id warehouse_type)"),
        new("list of delivery methods", Telling.Note, "result.sla_cut_in", $"result({DeliveryMethod}) has_next cursor"),
        new("list of delivery methods", Telling.Note, "delivery_methods", $"delivery_methods({DeliveryMethod}) has_next cursor"),
    ];
}
