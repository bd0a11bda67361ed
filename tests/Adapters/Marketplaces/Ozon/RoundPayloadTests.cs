using ShipBy.Adapters.Marketplaces.Ozon.Explain;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Answers of every method that is called: each is known by its shape, and no field of it is a stranger.</summary>
public class RoundPayloadTests
{
    [Theory]
    [InlineData("""{"result":["0100200300-0007-1","0100200300-0007-2"]}""", "answer to shipping")]
    [InlineData("""{"result":[{"posting_number":"1","result":true,"error":[]},{"posting_number":"2","result":false,"error":"TRANSITION_IS_NOT_POSSIBLE"}]}""", "answer to a move of postings, one by one")]
    [InlineData("""{"result":true}""", "answer: done or not")]
    [InlineData("""{"result":{"result":true}}""", "answer: done or not")]
    [InlineData("""{"result":[{"posting_number":"1","reasons":[{"id":352,"title":"T","type_id":"seller"}]}]}""", "reasons for cancelling, by posting")]
    [InlineData("""{"result":[{"posting_number":"1","reasons":[]}]}""", "reasons for cancelling, by posting")]
    [InlineData("""{"result":[{"id":352,"title":"T","type_id":"seller","is_available_for_cancellation":true}]}""", "reasons for cancelling")]
    [InlineData("""{"product_id":900000001,"is_gtd_needed":false}""", "answer to setting a country")]
    [InlineData("""{"tasks":[{"task_id":5001,"task_type":"big_label"}]}""", "label tasks")]
    [InlineData("""{"file_url":"","status":{"code":"pending","postings_count":1,"printed_postings_count":0,"unprinted_postings":[{"posting_number":"1","message":"m"}]},"error":{"code":"","message":""}}""", "labels")]
    [InlineData("""{"status":{"code":"in_progress","postings_count":1},"error":null}""", "labels")]
    [InlineData("""{"index":2.4,"period_from":"2026-11-08","period_to":"2026-11-21","currency_code":"RUB","processing_costs_sum":120,"defects":[{"date":"2026-11-20","index_by_date":2.4,"processing_costs_sum_by_date":60}]}""", "error index")]
    [InlineData("""{"errors":[{"posting_number":"1","posting_error_type":"SELLER_DELAY","error_at":"2026-11-20T10:00:00Z","index":1,"charge_percent":1,"charge_price":60,"charge_price_currency_code":"RUB","product_price":1,"product_price_currency_code":"RUB","delivery_schema":"FBS","has_grace_status":true}],"cursor":"","has_next":false}""", "postings that hurt the error index")]
    [InlineData("""{"groups":[{"group_name":"G","items":[{"rating":"r","name":"N","current_value":1,"past_value":1,"value_type":"INDEX","rating_direction":"LOWER","status":"OK","change":{"direction":"NONE","meaning":"NEUTRAL"}}]}],"premium":false,"penalty_score_exceeded":false}""", "ratings")]
    [InlineData("""{"chats":[{"chat":{"chat_id":"a","chat_type":"Buyer_Seller","chat_status":"Opened","created_at":"2026-11-20T08:00:00Z"},"unread_count":1,"last_message_id":"3","first_unread_message_id":"3"}],"total_unread_count":1,"cursor":"","has_next":"false"}""", "chats")]
    [InlineData("""{"messages":[{"message_id":"3","user":{"id":"1","type":"Customer"},"created_at":"2026-11-20T11:00:00Z","data":["?"],"is_read":false,"context":{"order_number":"1","sku":"2"}}],"has_next":false}""", "messages of a chat")]
    [InlineData("""{"reviews":[{"id":"1","sku":1,"rating":3,"text":"t","published_at":"2026-11-20T10:00:00Z","status":"NEW","order_status":"DELIVERED","comments_amount":0}],"has_next":false,"last_id":"x"}""", "reviews")]
    [InlineData("""{"returns":[{"id":77,"posting_number":"1","order_number":"1","type":"Cancellation","schema":"Fbs","return_reason_name":"R","product":{"sku":1,"offer_id":"A","name":"N","quantity":2,"price":{"price":"1","currency_code":"RUB"}},"place":{"id":1,"name":"P","address":"A"},"storage":{"tariffication_start_date":"2026-12-01T00:00:00Z","days":0},"visual":{"status":{"id":19,"display_name":"D","sys_name":"S"},"change_moment":"2026-11-20T10:00:00Z"}}],"has_next":false}""", "page of returns")]
    [InlineData("""{"delivery_methods":[{"delivery_method_id":7,"delivery_method_name":"N","cutoff_at":"2026-11-23T15:00:00Z","mandatory_postings_count":1,"mandatory_packaged_count":1,"carriages":[{"id":1,"postings_count":1,"status":"new"}],"errors":[]}],"cursor":"","has_next":false}""", "deliveries of the day")]
    [InlineData("""{"carriage_id":9001}""", "shipment to hand over")]
    [InlineData("""{"result":{"status":"ready","added_to_act":["1"],"removed_from_act":[],"is_partial":false,"has_postings_for_next_carriage":false}}""", "state of the hand-over papers")]
    [InlineData("""{"file_content":"JVBERi0=","file_name":"act.pdf","content_type":"application/pdf"}""", "a file")]
    [InlineData("""{"multi_box_qty":0,"posting_number":"1","products":[{"product_id":900000001,"quantity":1,"has_imei":false,"is_gtd_needed":true,"is_jw_uin_needed":false,"is_mandatory_mark_needed":true,"is_mandatory_mark_possible":true,"is_rnpt_needed":false,"is_weight_needed":false,"weight_min":0,"weight_max":0,"exemplars":[{"exemplar_id":1,"gtd":"","is_gtd_absent":true,"is_rnpt_absent":true,"marks":[],"rnpt":"","weight":0}]}]}""", "marks and customs data of a posting")]
    [InlineData("""{"products":[{"error":"","product_id":900000001,"valid":false,"exemplars":[{"errors":[],"gtd":"","marks":[{"errors":["X"],"mark":"0104","mark_type":"mandatory_mark","valid":false}],"rnpt":"","valid":false,"weight":0}]}]}""", "marks and customs data of a posting")]
    [InlineData("""{"posting_number":"1","status":"ship_not_available","products":[{"product_id":900000001,"exemplars":[{"exemplar_id":1,"gtd":"","gtd_check_status":"passed","gtd_error_codes":[],"is_gtd_absent":true,"is_rnpt_absent":true,"marks":[{"check_status":"failed","error_codes":["X"],"mark":"0104","mark_type":"mandatory_mark"}],"rnpt":"","rnpt_check_status":"","rnpt_error_codes":[],"weight":0,"weight_check_status":"","weight_error_codes":[]}]}]}""", "marks and customs data of a posting")]
    [InlineData("""{"counter":1,"last_id":7,"result":[{"approve_comment":"","approve_date":null,"auto_approve_date":"2026-11-24T10:00:00Z","cancellation_id":7,"cancellation_initiator":"CLIENT","cancellation_reason":{"id":508,"name":"R"},"cancellation_reason_message":"m","cancelled_at":"2026-11-23T10:00:00Z","order_date":"2026-11-22T10:00:00Z","posting_number":"1","source_id":0,"state":{"id":1,"name":"N","state":"ON_APPROVAL"},"tpl_integration_type":"non_integrated"}]}""", "buyers' wishes to cancel")]
    [InlineData("""{"counter":0,"last_id":0,"result":[]}""", "buyers' wishes to cancel")]
    [InlineData("""{"result":"0100200300-0007-1"}""", "answer: a number or a word")]
    [InlineData("{}", "empty answer")]
    public void AnAnswer_IsKnown_WithAllOfItsFields(string json, string kind)
    {
        var reading = PayloadReader.Read(json);

        Assert.StartsWith(kind, reading.Kind, StringComparison.Ordinal);
        Assert.Empty(reading.UnknownFields);
        Assert.True(reading.IsUnderstood, string.Join(' ', reading.Problems));
    }

    [Fact]
    public void APosting_SaysHowItTravels_AndWhatToLookAt()
    {
        var json = Sample.Posting("\"tpl_integration_type\":\"ozon\"", "\"tpl_integration_type\":\"non_integrated\"")
            .Replace("\"tracking_number\":\"\"", "\"tracking_number\":\"LP007\"", StringComparison.Ordinal)
            .Replace("\"products_requiring_gtd\":[]", "\"products_requiring_gtd\":[900000001]", StringComparison.Ordinal);

        Assert.Equal(["  travels by non_integrated under LP007", "  to look at before it ships: the number of the customs declaration is missing"], PayloadReader.Read(json).Lines.TakeLast(2));
    }

    [Fact]
    public void ACheckOfPieces_SaysWhichIsWrong_AndNotTheMark()
    {
        var reading = PayloadReader.Read("""{"posting_number":"1","status":"ship_not_available","products":[{"product_id":7,"exemplars":[{"exemplar_id":1,"marks":[]},{"exemplar_id":2,"marks":[{"mark":"010460123456789021SECRET","mark_type":"mandatory_mark","check_status":"failed","error_codes":["SOLD"]}]}]}]}""");

        Assert.Equal(["7: 2 pieces.", "It is not packed yet (ship_not_available).", "Refused: 7, piece 2: the mandatory mark ending in CRET (SOLD). The order is not packed, and the seller is told."], reading.Lines);
    }

    [Fact]
    public void AWishToCancel_SaysUntilWhenItCanBeDecided() =>
        Assert.Equal(
            ["1: wish 7 waits for a decision, and is granted by itself at 2026-11-24T10:00:00Z. The seller is told; no rule ships the order meanwhile.", "2: wish 8 is decided."],
            PayloadReader.Read("""{"counter":1,"last_id":8,"result":[{"cancellation_id":7,"posting_number":"1","auto_approve_date":"2026-11-24T10:00:00Z","state":{"state":"ON_APPROVAL"}},{"cancellation_id":8,"posting_number":"2","state":{"state":"REJECTED"}}]}""").Lines);

    [Theory]
    [InlineData("POSTING_ALREADY_SHIPPED")]
    [InlineData("HAS_INCORRECT_CANCEL_REASON")]
    [InlineData("The next postings aren't ready: 1")]
    public void ARefusal_IsSaidInItsOwnWords(string message)
    {
        var reading = PayloadReader.Read($$"""{"code":9,"message":"{{message}}","details":[]}""");

        Assert.StartsWith("error", reading.Kind, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Single(reading.Lines), StringComparison.Ordinal);
    }
}
