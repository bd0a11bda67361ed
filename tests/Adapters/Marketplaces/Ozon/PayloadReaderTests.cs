using ShipBy.Adapters.Marketplaces.Ozon.Explain;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class PayloadReaderTests
{
    [Theory]
    [InlineData("docs_v1_conditional-cancellation_get.json", "a buyer's wish to cancel")]
    [InlineData("docs_v1_delivery-method_list.json", "list of delivery methods")]
    [InlineData("docs_v1_posting_unpaid-legal_product_list.json", "products of unpaid orders of companies")]
    [InlineData("docs_v2_fbs_posting_tracking-number_set.json", "answer to a move of postings, one by one")]
    [InlineData("docs_v2_posting_fbo_list.json", "page of orders from the marketplace's own shelves (FBO)")]
    [InlineData("docs_v2_posting_fbs_cancel-reason_list.json", "reasons for cancelling")]
    [InlineData("docs_v2_posting_fbs_get-by-barcode.json", "one posting")]
    [InlineData("docs_v2_products_stocks.json", "answer to a push of stock or prices")]
    [InlineData("docs_v3_posting_fbs_unfulfilled_list.json", "page of postings")]
    [InlineData("docs_v4_posting_fbs_ship.json", "answer to shipping: the numbers of the postings")]
    [InlineData("push_type_create_item.json", "push message TYPE_CREATE_ITEM")]
    [InlineData("push_type_new_posting.json", "push message TYPE_NEW_POSTING")]
    [InlineData("push_type_state_changed.json", "push message TYPE_STATE_CHANGED")]
    [InlineData("sdk_error_401.json", "error")]
    [InlineData("sdk_push_type_ping.json", "push message TYPE_PING")]
    [InlineData("sdk_v1_carriage_get.json", "shipment to hand over (carriage)")]
    [InlineData("sdk_v1_product_info_stocks-by-warehouse_fbs.json", "stock by warehouse, in the old form")]
    [InlineData("sdk_v1_rating_summary.json", "ratings")]
    [InlineData("sdk_v1_warehouse_list.json", "list of warehouses")]
    [InlineData("sdk_v2_posting_fbo_list.json", "page of orders from the marketplace's own shelves (FBO)")]
    [InlineData("sdk_v2_posting_fbs_get-by-barcode.json", "one posting")]
    [InlineData("sdk_v2_returns_rfbs_get.json", "a return to the seller (rFBS)")]
    [InlineData("sdk_v3_posting_fbs_unfulfilled_list.json", "page of postings")]
    public void Read_KnowsEachExample_WithAllItsFields(string file, string kind)
    {
        var reading = PayloadReader.Read(ExampleFiles.Read(file));

        Assert.Equal(kind, reading.Kind);
        Assert.Empty(reading.UnknownFields);
        Assert.Empty(reading.Problems);
        Assert.NotEmpty(reading.Lines);
    }

    /// <summary>Shapes with the real field names and made-up values, current forms first.</summary>
    [Theory]
    [InlineData("one posting", """{"result":{"posting_number":"0100200300-0007-1","status":"awaiting_packaging","substatus":"ship_failed","products":[{"sku":900000001,"offer_id":"A","quantity":2,"price":"1530.0000","currency_code":"RUB"}],"available_actions":["cancel","ship_async_retry"]}}""")]
    [InlineData("answer to shipping: the numbers of the postings", """{"result":["0100200300-0007-1","0100200300-0007-2"]}""")]
    [InlineData("answer to a push of stock or prices", """{"result":[{"offer_id":"A-1","product_id":11,"warehouse_id":1020005000000001,"updated":true,"errors":[]},{"offer_id":"A-2","product_id":12,"warehouse_id":1020005000000001,"updated":false,"errors":[{"code":"TOO_MANY_REQUESTS","message":"later"}]}]}""")]
    [InlineData("stock by warehouse", """{"products":[{"offer_id":"A","product_id":1,"sku":2,"warehouse_id":3,"warehouse_name":"W","present":4,"reserved":1,"free_stock":3}],"cursor":"","has_next":false}""")]
    [InlineData("stock by product", """{"items":[{"product_id":1,"offer_id":"A","stocks":[{"type":"fbs","present":5,"reserved":2,"sku":1,"shipment_type":"SHIPMENT_TYPE_GENERAL"}]}],"cursor":"","total":1,"total_items":1}""")]
    [InlineData("rights of the key", """{"expires_at":"2026-12-05T00:00:00Z","roles":[{"name":"Posting FBS","methods":["/v4/posting/fbs/list"]}]}""")]
    [InlineData("error", """{"code":3,"message":"the mismatch between cutoff & delivery date","details":[]}""")]
    [InlineData("error", """{"code":8,"message":"You have reached request rate limit per second"}""")]
    [InlineData("error, as a push is answered", """{"error":{"code":"ERROR_PARAMETER_VALUE_MISSED","message":"m","details":null}}""")]
    [InlineData("answer: done or not", """{"result":true}""")]
    [InlineData("answer to a ping", """{"version":"1","name":"n","time":"2026-11-20T06:00:00Z"}""")]
    [InlineData("push message TYPE_POSTING_CANCELLED", """{"message_type":"TYPE_POSTING_CANCELLED","seller_id":15,"posting_number":"1-1","products":[{"sku":1,"quantity":1}],"old_state":"posting_created","new_state":"posting_canceled","changed_state_date":"2026-11-20T06:00:00Z","reason":{"id":1,"message":"m"},"warehouse_id":1}""")]
    [InlineData("push message TYPE_CUTOFF_DATE_CHANGED", """{"message_type":"TYPE_CUTOFF_DATE_CHANGED","seller_id":"15","posting_number":"1-1","new_cutoff_date":"","old_cutoff_date":"2026-11-20T06:00:00Z","warehouse_id":1}""")]
    [InlineData("push message TYPE_NEW_MESSAGE", """{"message_type":"TYPE_NEW_MESSAGE","chat_id":"c","chat_type":"Buyer_Seller","message_id":"3000000000817031942","created_at":"2026-11-20T06:00:00Z","user":{"id":"1","type":"Сustomer"},"data":["hi"],"seller_id":"7"}""")]
    [InlineData("push message about stock, its type left out", """{"message_type":"string","seller_id":0,"items":[{"product_id":0,"sku":0,"updated_at":"2021-09-01T14:15:22Z","stocks":[{"warehouse_id":0,"present":0,"reserved":0}]}]}""")]
    [InlineData("error index", """{"index":2.4,"period_from":"2026-11-08","period_to":"2026-11-21","currency_code":"RUB","processing_costs_sum":120,"defects":[{"date":"2026-11-20","index_by_date":2.4,"processing_costs_sum_by_date":60}]}""")]
    [InlineData("postings that hurt the error index", """{"errors":[{"posting_number":"1-1","posting_error_type":"SELLER_DELAY","error_at":"2026-11-20T06:00:00Z","index":1,"charge_percent":3,"charge_price":66,"charge_price_currency_code":"RUB","product_price":2200,"product_price_currency_code":"RUB","delivery_schema":"FBS","has_grace_status":true}],"cursor":"","has_next":false}""")]
    [InlineData("label tasks", """{"tasks":[{"task_id":5001,"task_type":"big_label"},{"task_id":5002,"task_type":"small_label"}]}""")]
    [InlineData("labels", """{"file_url":"https://u","status":{"code":"completed","postings_count":2,"printed_postings_count":1,"unprinted_postings":[{"posting_number":"1-1","message":"m"}]},"error":{"code":"","message":""}}""")]
    [InlineData("reasons for cancelling, by posting", """{"result":[{"posting_number":"1-1","reasons":[{"id":352,"title":"t","type_id":"seller"}]}]}""")]
    [InlineData("answer to a split", """{"parent_posting":{"posting_number":"1-1","products":[{"product_id":1,"quantity":1}]},"postings":[{"posting_number":"1-2","products":[{"product_id":1,"quantity":1}]}]}""")]
    [InlineData("empty answer", "{}")]
    [InlineData("empty answer", """{"result":[],"has_next":false}""")]
    public void Read_KnowsTheShapes_OfTheFactSheet(string kind, string json)
    {
        var reading = PayloadReader.Read(json);

        Assert.Equal(kind, reading.Kind);
        Assert.Empty(reading.UnknownFields);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Read_TellsWhatThePollWouldTakeIn()
    {
        var reading = PayloadReader.Read(Sample.Page([Sample.Posting()], "c", "true"));

        Assert.Equal("page of postings", reading.Kind);
        Assert.Equal(
            ["1 posting. More follows: the next page is asked for with its cursor.",
             "0100200300-0007-1: to be packed (awaiting_packaging); ship by 2026-11-21T09:00:00Z (counts as late after 2026-11-24T16:59:00Z).",
             "  2 x A-1 N, 1530.00 RUB each"],
            reading.Lines);
        Assert.Empty(reading.UnknownFields);
        Assert.True(reading.IsUnderstood);
    }

    [Theory]
    [InlineData("2026-11-21T09:00:00Z", "2026-11-24T16:59:00Z", "ship by 2026-11-24T16:59:00Z.")]
    [InlineData("2026-11-21T09:00:00Z", "", "ship by 2026-11-24T16:59:00Z (counts as late after it).")]
    [InlineData("2026-11-21T09:00:00Z", "2026-11-25T09:00:00Z", "ship by 2026-11-24T16:59:00Z (counts as late after it).")]
    public void Read_TellsTheDeadlineInForce(string part, string with, string expected) =>
        Assert.EndsWith(expected, PayloadReader.Read(Sample.Page([Sample.Posting(part, with)])).Lines[1], StringComparison.Ordinal);

    [Fact]
    public void Read_NamesEveryFieldItDoesNotKnow_Once()
    {
        var odd = Sample.Posting("\"imei\":[]", "\"imei\":[],\"colour\":1").Replace("\"substatus\"", "\"mood\":{\"a\":1},\"substatus\"", StringComparison.Ordinal);

        var reading = PayloadReader.Read($$"""{"result":{"postings":[{{odd}},{{odd}}],"weather":"fine"},"has_next":false,"cursor":""}""");

        Assert.Equal(["result.postings[].mood", "result.postings[].products[].colour", "result.weather"], reading.UnknownFields);
        Assert.True(reading.IsUnderstood);
    }

    [Theory]
    [InlineData("\"quantity\":2", "\"quantity\":0", "products[0].quantity is 0")]
    [InlineData("awaiting_packaging", "awaiting_godot", "'awaiting_godot' is not a known word")]
    [InlineData("\"posting_number\":\"0100200300-0007-1\",", "", "posting_number is missing")]
    [InlineData("2026-11-21T09:00:00Z", "soon", "shipment_date cannot be read")]
    public void Read_CallsItAProblem_WhenAPostingIsSetAside(string part, string with, string problem)
    {
        var reading = PayloadReader.Read(Sample.Page([Sample.Numbered("7"), Sample.Posting(part, with)]));

        Assert.Contains(problem, Assert.Single(reading.Problems), StringComparison.Ordinal);
        Assert.Contains(reading.Lines, line => line.StartsWith("7: to be packed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData(" \n", "The file is empty")]
    [InlineData("7", "holds no object")]
    [InlineData("[]", "holds no object")]
    [InlineData("<html></html>", "not JSON from line 1, column 1 on")]
    [InlineData("{\n \"имя\": nix\n}", "not JSON from line 2, column 10 on")]
    [InlineData("{\"postings\":[\n{\"posting_number\":\"1\",", "ends in the middle, at line 2, column 23")]
    [InlineData("{\"postings\":[{\"posting_number\":\"01", "ends in the middle, at line 1, column 35")]
    [InlineData("{\"postings\":[\n{\"posting_number\":\"1\n", "line 2")]
    [InlineData("{\"lorem\":1,\"ipsum\":2}", "No kind of payload has these fields: lorem, ipsum.")]
    [InlineData("{\"postings\":\"none\"}", "postings is no list")]
    [InlineData("{\"message_type\":\"TYPE_OF_TOMORROW\",\"seller_id\":1}", "'TYPE_OF_TOMORROW' is not a known type")]
    [InlineData("{\"message_type\":\"TYPE_STATE_CHANGED\",\"seller_id\":1}", "posting_number is missing")]
    [InlineData("{\"roles\":[],\"expires_at\":\"soon\"}", "expires_at cannot be read")]
    [InlineData("{\"products\":[{\"offer_id\":\"A\",\"warehouse_id\":1,\"present\":\"many\"}]}", "A: present is missing or no number")]
    [InlineData("{\"postings\":[],\"has_next\":true,\"cursor\":\"\"}", "cursor is empty")]
    public void Read_SaysWhatItCouldNotUnderstand_AndWhatToDo(string json, string problem)
    {
        var reading = PayloadReader.Read(json);

        Assert.Contains(reading.Problems, one => one.Contains(problem, StringComparison.Ordinal));
        Assert.False(reading.IsUnderstood);
    }

    [Theory]
    [InlineData("""{"code":16,"message":"Client-Id and Api-Key headers are required"}""", "did not accept the key")]
    [InlineData("""{"code":9,"message":"POSTING_ALREADY_SHIPPED"}""", "refused with POSTING_ALREADY_SHIPPED")]
    [InlineData("""{"code":8,"message":"limit"}""", "left alone for 2 s")]
    [InlineData("""{"code":14,"message":"Circle is open"}""", "left alone for 180 s")]
    [InlineData("""{"code":13,"message":"Internal error"}""", "A fault of the marketplace")]
    public void Read_TellsWhatAnErrorMeans(string json, string line) =>
        Assert.Contains(line, Assert.Single(PayloadReader.Read(json).Lines), StringComparison.Ordinal);

    [Fact]
    public void Read_TakesAListOfPushes_OneByOne()
    {
        var reading = PayloadReader.Read("""[{"message_type":"TYPE_PING","time":"t","odd":1},{"message_type":"TYPE_STATE_CHANGED","posting_number":"1-1"},{"message_type":"TYPE_STATE_CHANGED"}]""");

        Assert.Equal("list of 3: push message TYPE_PING, push message TYPE_STATE_CHANGED", reading.Kind);
        Assert.Equal(["[].odd"], reading.UnknownFields);
        Assert.StartsWith("[2] posting_number is missing", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"posting_number":"1","status":"delivering"}""")]
    [InlineData("""{"postings":[{"\udc00":{}},{"posting_number":"1","status":"delivering","\ud800":1}]}""")]
    [InlineData("""{"message":"\ud800","code":3}""")]
    [InlineData("{\"message\":\"\ud800\",\"code\":3}")]
    public void Read_NeverThrows_WhateverTheText(string json) => Assert.NotNull(PayloadReader.Read(json).Kind);

    [Fact]
    public void EveryShape_IsWellFormed_AndItsMarksAreAmongItsFields() => Assert.All(Shapes.All, shape =>
    {
        Assert.NotEmpty(shape.AllMarks);
        foreach (var mark in shape.AllMarks.Where(mark => !mark.Absent))
        {
            var tree = shape.Tree;
            foreach (var name in mark.Path.TakeWhile(_ => !tree.IsOpen))
                tree = tree[name] ?? throw new InvalidOperationException($"{shape.Kind} is marked by {string.Join('.', mark.Path)} and has no such field.");
        }
    });
}
