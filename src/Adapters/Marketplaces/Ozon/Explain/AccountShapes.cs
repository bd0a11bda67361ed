namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Errors, the key, ratings, money and talk.</summary>
internal static class AccountShapes
{
    private const string Review = """
        id sku rating text published_at status order_status comments_amount is_rating_participant photos_amount videos_amount likes_amount dislikes_amount
        photos(height url width) videos(height preview_url short_video_preview_url url width)
        """;

    private const string Question = "answers_count author_name id product_url published_at question_link sku status text";

    public static IReadOnlyList<Shape> All { get; } =
    [
        new("error", Telling.Error, "message code !result !posting_number", "code message details(typeUrl value @type type_url*)"),
        new("error", Telling.Error, "message !result !posting_number !message_type", "code message details(typeUrl value @type type_url*)"),
        new("error, as a push is answered", Telling.Error, "error.message", "error(code message details*)"),
        new("rights of the key", Telling.Key, "roles.methods", "roles(name methods) expires_at"),
        new("rights of the key", Telling.Key, "expires_at", "roles(name methods) expires_at"),
        new("ratings", Telling.Note, "groups.items.rating", """
            groups(group_name items(rating name current_value past_value value_type rating_direction status change(direction meaning)))
            localization_index(calculation_date localization_percentage) penalty_score_exceeded premium premium_plus
            """, "What stands at WARNING or CRITICAL is told."),
        new("history of ratings", Telling.Note, "ratings.values", """
            ratings(rating danger_threshold warning_threshold premium_threshold values(date_from date_to value status(danger warning premium)))
            premium_scores(rating scores(date rating_value value))
            """),
        new("error index", Telling.Note, "index defects", """
            index period_from period_to processing_costs_sum currency_code defects(date index_by_date processing_costs_sum_by_date)
            """, "Told once it is above Shops__<name>__ErrorIndexLimit."),
        new("postings that hurt the error index", Telling.Note, "errors.posting_error_type", """
            errors(posting_number posting_error_type error_at index charge_percent charge_price charge_price_currency_code product_price
            product_price_currency_code delivery_schema has_grace_status) cursor has_next
            """, "Counted where the error index is told of; those with a charge apart."),
        new("the seller's account", Telling.Note, "company", "company* ratings* subscription*"),
        new("accruals of a day", Telling.Note, "accruals", "accruals* last_id"),
        new("accruals by posting", Telling.Note, "posting_accruals", "posting_accruals*"),
        new("kinds of accruals", Telling.Note, "accrual_types", "accrual_types*"),
        new("payments", Telling.Note, "operations.operation_type", """
            operations(operation_id operation_type operation_date operation_type_name delivery_charge return_delivery_charge accruals_for_sale
            sale_commission amount type posting(delivery_schema order_date posting_number warehouse_id) items(name sku) services(name price))
            page_count row_count
            """),
        new("sums of payments", Telling.Note, "accruals_for_sale money_transfer", """
            accruals_for_sale sale_commission processing_and_delivery refunds_and_cancellations services_amount compensation_amount money_transfer others_amount
            """),
        new("chats", Telling.Note, "chats", """
            chats(chat(chat_id chat_type chat_status created_at) chat_id chat_type chat_status created_at unread_count last_message_id first_unread_message_id)
            total_unread_count total_chats_count cursor has_next
            """, "Unread chats with buyers are told of, with the time left for an answer."),
        new("a chat was read", Telling.Note, "unread_count", "unread_count"),
        new("messages of a chat", Telling.Note, "messages.data", """
            messages(message_id messageId user(id type) created_at data is_read is_image moderate_image_status context(order_number sku)) has_next
            """),
        new("a chat was opened", Telling.Note, "chat_id !message_type", "chat_id"),
        new("reviews", Telling.Note, "reviews.rating", $"reviews({Review}) has_next last_id", "Three stars or fewer without an answer are told of."),
        new("one review", Telling.Note, "rating order_status sku", Review),
        new("comments on a review", Telling.Note, "comments", "comments(id is_official is_owner parent_comment_id published_at text) offset"),
        new("questions", Telling.Note, "questions.question_link", $"questions({Question}) last_id"),
        new("one question", Telling.Note, "question_link", Question),
        new("answers to a question", Telling.Note, "answers.question_id", "answers(author_name id published_at question_id sku text) last_id"),
        new("counts of questions or reviews", Telling.Note, "processed unprocessed", "all new processed unprocessed viewed total"),
        new("number of an answer or a comment", Telling.Note, "answer_id", "answer_id"),
        new("number of an answer or a comment", Telling.Note, "comment_id", "comment_id"),
        new("a report was ordered", Telling.Note, "code !message", "code"),
        new("a report", Telling.Note, "report_type", "code status error file report_type params* created_at expires_at"),
        new("reports", Telling.Note, "reports", "reports* total"),
        new("push settings", Telling.Note, "is_active", "is_active errors(type description)"),
    ];
}
