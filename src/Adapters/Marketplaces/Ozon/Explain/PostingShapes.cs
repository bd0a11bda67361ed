namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Orders: the lists and single reads of all ages, for the seller's own shelves and for the marketplace's.</summary>
internal static class PostingShapes
{
    private const string Money = "amount currency currency_code value";

    private const string Address =
        "address_tail city comment country district latitude longitude provider_pvz_code pvz_code region zip_code";

    private const string Product = $"""
        sku offer_id name quantity price({Money}) currency_code weight product_color imei is_blr_traceable is_marketplace_buyout
        dimensions(height length weight width) has_imei is_weight_needed weight_min weight_max mandatory_mark jw_uin digital_codes
        products_requiring_jw_uin required_qty_for_digital_code product_id
        """;

    private const string Requirements = """
        products_requiring_gtd products_requiring_country products_requiring_mandatory_mark products_requiring_rnpt products_requiring_jw_uin
        products_requiring_jwn products_requiring_change_country products_requiring_imei products_requiring_weight
        """;

    private const string Analytics = """
        city region delivery_type is_premium is_legal payment_type_group_name warehouse_id warehouse warehouse_name tpl_provider_id tpl_provider
        delivery_date_begin delivery_date_end client_delivery_date_begin client_delivery_date_end
        """;

    private const string Services = """
        marketplace_service_item_fulfillment marketplace_service_item_pickup marketplace_service_item_dropoff_pvz
        marketplace_service_item_dropoff_sc marketplace_service_item_dropoff_ff marketplace_service_item_direct_flow_trans
        marketplace_service_item_return_flow_trans marketplace_service_item_deliv_to_customer
        marketplace_service_item_return_not_deliv_to_customer marketplace_service_item_return_part_goods_customer
        marketplace_service_item_return_after_deliv_to_customer
        """;

    private const string Financial = $"""
        cluster_from cluster_to posting_services({Services})
        products(product_id quantity price old_price payout total_discount_value total_discount_percent actions currency_code client_price
          customer_price({Money}) customer_currency_code commission({Money} percent) commission_amount commission_percent commissions_currency_code
          picking(amount moment tag) item_services({Services}))
        """;

    private const string Tariff = $"""
        current_tariff_rate current_tariff_type current_tariff_charge({Money}) current_tariff_charge_currency_code
        current_tariff_min_charge({Money}) current_tariff_min_charge_currency_code
        next_tariff_rate next_tariff_type next_tariff_charge({Money}) next_tariff_charge_currency_code
        next_tariff_min_charge({Money}) next_tariff_min_charge_currency_code next_tariff_starts_at
        """;

    private const string Exemplars = "exemplar_id mandatory_mark gtd is_gtd_absent rnpt is_rnpt_absent jw_uin imei weight marks(mark mark_type)";

    private const string Posting = $"""
        posting_number order_id order_number parent_posting_number status substatus previous_substatus in_process_at shipment_date
        shipment_date_without_delay delivering_date fact_delivery_date pickup_code_verified_at created_at cancel_reason_id
        delivery_method(id name warehouse_id warehouse tpl_provider_id tpl_provider) delivery_schema delivery_price provider_status
        tpl_integration_type integration_type_flow sorting_center(code name) scanit tracking_number available_actions is_express is_multibox
        multi_box_qty is_presortable is_click_and_collect require_blr_traceable_attrs destination_place_id destination_place_name
        container* container_sort_type quantum_id volume_weight prr_option(code price({Money}) currency_code floor)
        external_order(is_external platform_name) optional(products_with_possible_mandatory_mark)
        customer(customer_id name phone customer_email address({Address})) addressee(name phone) courier(name car_model car_number phone)
        barcodes(upper_barcode lower_barcode) legal_info(company_name inn kpp) related_postings(related_posting_numbers)
        product_exemplars(products(sku product_id exemplars({Exemplars}))) additional_data(key value)
        products({Product}) requirements({Requirements})
        cancellation(cancel_reason_id cancel_reason cancellation_type cancellation_initiator cancelled_after_ship affect_cancellation_rating)
        analytics_data({Analytics}) financial_data({Financial}) tariffication({Tariff})
        tariffication_steps(tariff_deadline_at tariff_rate tariff_type tariff_charge({Money}) tariff_charge_currency_code
          min_charge({Money}) min_charge_currency_code)
        """;

    private const string ForeignNote = "The marketplace packs and sends these itself: ShipBy leaves them alone.";

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("page of postings", Telling.Postings, "postings !postings.products.product_id", $"postings({Posting}) cursor has_next count total"),
        new("postings in a list", Telling.Postings, "result:list result.posting_number result.status result.shipment_date", $"result({Posting}) has_next cursor count"),
        new("one posting", Telling.Postings, "posting_number status !message_type !created_at", Posting),
        new("one posting, found by its label", Telling.Postings, "posting_number status created_at shipment_date", Posting),
        new("page of orders from the marketplace's own shelves (FBO)", Telling.Note, "result:list result.posting_number result.created_at !result.shipment_date !result.waiting_deadline_for_digital_code", $"result({Posting}) has_next cursor", ForeignNote),
        new("one order from the marketplace's own shelves (FBO)", Telling.Note, "posting_number created_at !shipment_date", Posting, ForeignNote),
        new("page of digital orders", Telling.Note, "result.waiting_deadline_for_digital_code", $"result({Posting} waiting_deadline_for_digital_code)", "Codes are no goods: nothing is packed, ShipBy leaves them alone."),
    ];
}
