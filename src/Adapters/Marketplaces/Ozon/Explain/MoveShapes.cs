namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Answers to what a seller does with a posting: ship, cancel, label, hand over, take back.</summary>
internal static class MoveShapes
{
    private const string Cancellation = """
        cancellation_id posting_number cancellation_reason(id name) cancelled_at cancellation_reason_message tpl_integration_type state(id name state)
        cancellation_initiator order_date approve_comment approve_date auto_approve_date source_id
        """;

    private const string Marks = "mark mark_type check_status error_codes errors valid";

    private const string Exemplar = $"""
        exemplar_id gtd gtd_check_status gtd_error_codes is_gtd_absent rnpt rnpt_check_status rnpt_error_codes is_rnpt_absent
        jw_uin jw_uin_check_status jw_uin_error_codes mandatory_mark mandatory_mark_check_status mandatory_mark_error_codes imei weight weight_check_status weight_error_codes
        marks({Marks}) errors valid
        """;

    private const string Carriage = """
        act_type arrival_pass_ids available_actions cancel_availability(is_cancel_available reason) carriage_id company_id containers_count created_at
        delivery_method_id departure_date first_mile_type has_postings_for_next_carriage integration_type is_container_label_printed is_econom
        is_partial is_waybill_enabled partial_num retry_count status tpl_provider_id updated_at warehouse_id
        """;

    private const string Delivery = """
        assembly_list_availability can_create_another_carriage carriage_id carriage_status carriage_postings_count carriage_quantum_count
        carriages(id postings_count quantum_count status) cut_in cutoff_at delivery_method_id delivery_method_name delivery_method_status departure_date
        dropoff_address dropoff_change_availability dropoff_point_id dropoff_point_type errors(code description status) first_mile_changing
        first_mile_type has_entrusted_acceptance integration_type is_presort is_rfbs mandatory_packaged_count mandatory_packaged_quantum_count
        mandatory_postings_count mandatory_quantum_count optional_packaged_count postings_for_another_carriage_count quantum_for_another_carriage_count
        recommended_time_local recommended_time_utc_offset_in_minutes timeslot_from timeslot_to tpl_provider_icon_url tpl_provider_name
        warehouse_city warehouse_id warehouse_name warehouse_timezone
        """;

    private const string ReturnMoney = "currency_code price amount currency";

    private const string Return = $"""
        id company_id exemplars(id) return_reason_name type schema order_id order_number posting_number place(id name address) target_place(id name address)
        storage(sum({ReturnMoney}) utilization_sum({ReturnMoney}) tariffication_first_date tariffication_start_date arrived_moment days utilization_forecast_date)
        product(sku offer_id name price({ReturnMoney}) price_without_commission({ReturnMoney}) commission_percent commission({ReturnMoney}) quantity)
        logistic(technical_return_moment final_moment cancelled_with_compensation_moment return_date barcode)
        visual(status(id display_name sys_name) change_moment) additional_info(is_opened is_super_econom) source_id clearing_id return_clearing_id
        compensation_status(change_moment status(id display_name sys_name))
        """;

    private const string SellerReturn = """
        return_id return_number order_number posting_number client_name client_photo comment created_at product(name offer_id currency_code price sku)
        available_actions(id name) client_return_method_type(id name) rejection_comment rejection_reason(hint id is_comment_required name)
        return_method_description return_reason(id is_defect name) ru_post_tracking_number
        state(state state_name group_state money_return_state_name) warehouse_id
        """;

    private const string LabelTask = """
        file_url error(code message) status(code postings_count printed_postings_count unprinted_postings(posting_number message)) date hs_codes(code sku) number price price_currency
        """;

    private const string LabelNote = "Asked again while it is pending; then the file is fetched, and what is not printed is named.";

    private const string CarriageNote = "Shown by 'shipby carriage', which makes and approves the carriage too.";

    private const string ReasonNote = "A cancellation is refused before the call if its reason is not among them.";

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("answer to shipping: the numbers of the postings", Telling.Note, "result:texts", """
            result additional_data(posting_number products(sku offer_id name quantity price(amount currency) currency_code mandatory_mark))
            """, "It does not say yet that the posting is packed: assembly goes on by itself, and the posting is to be read again."),
        new("answer to a split", Telling.Note, "parent_posting postings", "parent_posting(posting_number products(product_id quantity)) postings(posting_number products(product_id quantity))", "The parent is replaced by its parts, which come as postings of their own."),
        new("answer to a move of postings, one by one", Telling.Note, "result.posting_number result.result", "result(posting_number result error)", "Each posting has its own word; what was taken shows in the posting a while later."),
        new("answer: done or not", Telling.Note, "result:flag", "result", "So does the marketplace answer a change, and ShipBy a push message."),
        new("answer: a number or a word", Telling.Note, "result:text", "result"),
        new("reasons for cancelling", Telling.Note, "result.title result.type_id", "result(id title type_id is_available_for_cancellation)"),
        new("reasons for cancelling, by posting", Telling.Note, "result.reasons", "result(posting_number reasons(id title type_id))", ReasonNote),
        new("a buyer's wish to cancel", Telling.Wishes, "cancellation_id", Cancellation),
        new("buyers' wishes to cancel", Telling.Wishes, "result.cancellation_id", $"result({Cancellation}) total counter last_id counters(on_approval approved rejected)"),
        new("buyers' wishes to cancel", Telling.Wishes, "result:list counter last_id", "result total counter last_id"),
        new("shipment to hand over (carriage)", Telling.Note, "carriage_id", Carriage),
        new("answer to cancelling a shipment", Telling.Note, "carriage_status error", "carriage_status error carriage_id"),
        new("deliveries of the day", Telling.Note, "result.delivery_method_name result.warehouse_city", $"result({Delivery})"),
        new("deliveries of the day", Telling.Note, "delivery_methods.mandatory_postings_count", $"delivery_methods({Delivery}) cursor has_next", CarriageNote),
        new("state of the hand-over papers", Telling.Note, "added_to_act", "act_type added_to_act removed_from_act status is_partial has_postings_for_next_carriage partial_num", "Once it is ready, 'shipby carriage' fetches the paper."),
        new("hand-over papers", Telling.Note, "result.related_docs", """
            result(id delivery_method_id delivery_method_name integration_type containers_count status departure_date created_at updated_at act_type is_partial
            has_postings_for_next_carriage partial_num related_docs(act_of_acceptance(created_at document_status) act_of_mismatch(created_at document_status)
            act_of_excess(created_at document_status)))
            """),
        new("postings of the hand-over papers", Telling.Note, "result.seller_error", "result(id multi_box_qty posting_number status seller_error updated_at created_at products(name offer_id price quantity sku))"),
        new("state of a digital paper", Telling.Note, "id status", "id status"),
        new("answer to asking for papers", Telling.Note, "id:object !status", "id*"),
        new("answer to asking for papers", Telling.Note, "id !posting_number !name !rating !text !sku !title", "id"),
        new("label tasks", Telling.Note, "tasks", "tasks(task_id task_type)", "The task of the size that Shops__<name>__Label names is asked for until it is done."),
        new("label task", Telling.Note, "task_id", "task_id task_type"),
        new("labels", Telling.Note, "file_url", LabelTask, LabelNote),
        new("labels", Telling.Note, "status.postings_count", LabelTask, LabelNote),
        new("labels, as a file", Telling.Note, "content type", "content name type content_type"),
        new("a file at an address", Telling.Note, "url !message_type", "url"),
        new("a file", Telling.Note, "file_content", "file_content file_name content_type"),
        new("marks and customs data of a posting", Telling.Pieces, "products.exemplars", $"""
            posting_number status multi_box_qty products(product_id sku quantity is_gtd_needed is_jw_uin_needed is_mandatory_mark_needed
            is_mandatory_mark_possible is_rnpt_needed has_imei is_imei_needed is_weight_needed weight_min weight_max error valid exemplars({Exemplar}))
            """),
        new("countries", Telling.Note, "result.country_iso_code", "result(name country_iso_code)"),
        new("answer to setting a country", Telling.Note, "is_gtd_needed product_id", "product_id is_gtd_needed", "If a customs declaration is needed, a person has to enter its number."),
        new("limits of a drop-off point", Telling.Note, "max_posting_weight", """
            posting_number max_posting_weight min_posting_weight width length height max_posting_price min_posting_price
            """),
        new("delivery slot", Telling.Note, "delivery_interval", "delivery_interval(begin end) remaining_changes_count remaining_change_count available_change_count"),
        new("answer to a courier's code", Telling.Note, "valid", "valid"),
        new("customs declarations", Telling.Note, "result.etgb", "result(posting_number etgb(number date url))"),
        new("page of returns", Telling.Note, "returns:list returns.schema", $"returns({Return}) has_next last_id", "Listed by 'shipby returns'."),
        new("a return to the seller (rFBS)", Telling.Note, "returns:object returns.return_number", $"returns({SellerReturn})"),
        new("page of returns to the seller (rFBS)", Telling.Note, "returns.return_number", $"returns({SellerReturn}) has_next last_id", "Listed by 'shipby returns'."),
        new("page of returns in the old form", Telling.Note, "returns.return_id", "returns* count last_id has_next"),
        new("drop-off points with returns", Telling.Note, "drop_off_points", """
            drop_off_points(address box_count id name pass_info(count is_required) place_id returns_count utc_offset warehouses_ids) has_next
            """),
        new("returns to be given out", Telling.Note, "giveouts", """
            giveouts(approved_articles_count created_at giveout_id giveout_status total_articles_count warehouse_address warehouse_id warehouse_name)
            """),
        new("whether returns are given out by a code", Telling.Note, "enabled", "enabled"),
        new("code for giving out returns", Telling.Note, "barcode !offer_id", "barcode"),
        new("one giving out of returns", Telling.Note, "giveout_id articles", "articles(approved delivery_schema name seller_id) giveout_id giveout_status warehouse_address warehouse_name"),
        new("passes", Telling.Note, "arrival_passes", "arrival_passes* cursor has_next"),
        new("passes", Telling.Note, "arrival_pass_ids !carriage_id", "arrival_pass_ids"),
        new("uploaded codes", Telling.Note, "exemplars_by_sku", "exemplars_by_sku(sku received_qty rejected_qty failed_exemplars(key message))"),
    ];
}
