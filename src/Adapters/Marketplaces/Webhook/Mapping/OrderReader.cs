using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>Finds the order in a message by a mapping. Never throws for what the message holds.</summary>
internal sealed class OrderReader(OrderMapping mapping, string shop)
{
    /// <value>Longer than any shop's number, and small enough for every place that shows one.</value>
    private const int MaxNumberLength = 200;

    private const int MaxWordLength = 64;
    private const int MaxTextLength = 200;

    /// <param name="body">In UTF-8, with or without a byte order mark.</param>
    /// <param name="topic">What the headers say happened; null where they say nothing.</param>
    /// <param name="print">Of the message, as <see cref="Telling"/> says.</param>
    public ToldOrder Read(ReadOnlyMemory<byte> body, string? topic, string print, Instant now)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body);
            return Read(document.RootElement, topic, print, now);
        }
        catch (JsonException broken)
        {
            return new ToldOrder.Unreadable("body", $"It is not JSON from line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: send one JSON object in UTF-8.");
        }
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?, string, Instant)"/>
    public ToldOrder Read(JsonElement top, string? topic, string print, Instant now)
    {
        if (top.ValueKind is not JsonValueKind.Object)
        {
            return new ToldOrder.Unreadable("body", "It is no JSON object: send the order, or an object that holds it.");
        }

        var subject = topic ?? mapping.Text(MappingFile.Event, top, top);
        var known = subject is null || mapping.Topics.Count == 0 ? null : mapping.Topics.FirstOrDefault(rule => rule.Fits(subject));
        return (subject is not null && mapping.Topics.Count > 0 && known is null) || known is { Means: { Status: null } }
            ? new ToldOrder.Nothing()
            : OfOrder(top, OrderIn(top), known?.Means?.Status, print, now);
    }

    private JsonElement OrderIn(JsonElement top) => mapping.PathsOf(MappingFile.Order).Select(path => path.In(top, top)).FirstOrDefault(element => element.ValueKind is JsonValueKind.Object) switch
    {
        { ValueKind: JsonValueKind.Object } order => order,
        _ => top,
    };

    private ToldOrder OfOrder(JsonElement top, JsonElement order, PostingStatus? byTopic, string print, Instant now)
    {
        var number = mapping.Text(MappingFile.Number, top, order);
        if (number is null || number.Length > MaxNumberLength)
        {
            return new ToldOrder.Unreadable(mapping.NameOf(MappingFile.Number), number is null
                ? "There is no order number: send an order, or correct the shop's field mapping."
                : $"The order number has {number.Length} characters, and at most {MaxNumberLength} are possible: correct the shop's field mapping.");
        }

        var rule = mapping.Statuses.FirstOrDefault(rule => rule.Fits(top, order));
        var lines = mapping.Find(MappingFile.Lines, top, order);
        var word = WordOf(top, order);
        if (rule is null && word is null && byTopic is null && !lines.IsThere())
        {
            return new ToldOrder.Unreadable(mapping.NameOf(MappingFile.Lines), "There are neither lines nor a status, so it is no order: send whole orders, or correct the shop's field mapping.");
        }

        return rule is { Means.Status: null }
            ? new ToldOrder.Nothing()
            : OfLines(top, order, new OrderKey(shop, number), rule?.Means.Status ?? (word is null ? byTopic : null) ?? PostingStatus.Unknown, word, print, now);
    }

    private ToldOrder OfLines(JsonElement top, JsonElement order, OrderKey key, PostingStatus status, string? word, string print, Instant now)
    {
        var lines = new LineReader(mapping, top, mapping.Text(MappingFile.Currency, top, order)).Read(mapping.Find(MappingFile.Lines, top, order));
        if (lines.NeedNoParcel)
        {
            return new ToldOrder.Nothing();
        }

        var shipBy = mapping.Find(MappingFile.ShipBy, top, order);
        var isWaiting = status == PostingStatus.AwaitingConfirmation;
        return new ToldOrder.Order(new Posting
        {
            Key = key,
            Status = status,
            RawStatus = Cut.ToLine(word ?? "", MaxWordLength),
            InProcessAt = isWaiting ? null : Past(MappingFile.Created),
            PaidAt = isWaiting ? null : Past(MappingFile.Paid),
            ShipBy = WireMoment.Read(shipBy),
            Lines = lines.Good,
            Carrier = TextOf(MappingFile.Carrier),
            CancelReason = TextOf(MappingFile.CancelReason),
            Recipient = RecipientIn(top, order),
            Flaw = FlawOf(status, word) ?? (!status.IsOpen() ? null : ShipByFlawOf(shipBy) ?? lines.Flaw),
            Telling = new Telling(WireMoment.Read(mapping.Find(MappingFile.Changed, top, order)), print),
        });

        // A moment that is still to come would let nobody hurry.
        Instant? Past(string field) => WireMoment.Read(mapping.Find(field, top, order)) is { } moment ? Instant.Min(moment, now) : null;

        string? TextOf(string field) => mapping.Text(field, top, order) is { } text && Cut.ToLine(text, MaxTextLength) is { Length: > 0 } line ? line : null;
    }

    private Recipient? RecipientIn(JsonElement top, JsonElement order)
    {
        return WireRecipient.Of(new Recipient
        {
            Name = WireRecipient.Joined(" ", Of(MappingFile.ToName), Of(MappingFile.ToSurname)),
            Phone = Of(MappingFile.ToPhone),
            Country = Of(MappingFile.ToCountry),
            Region = Of(MappingFile.ToRegion),
            City = Of(MappingFile.ToCity),
            Address = WireRecipient.Joined(", ", Of(MappingFile.ToAddress), Of(MappingFile.ToAddressMore), Of(MappingFile.ToCompany)),
            PostalCode = Of(MappingFile.ToPostalCode),
            Wish = Of(MappingFile.Wish),
        });

        string? Of(string field) => mapping.Text(field, top, order);
    }

    /// <summary>The shop's own word: that of the first status field that holds one.</summary>
    private string? WordOf(JsonElement top, JsonElement order) =>
        mapping.Statuses.Select(rule => rule.Path).DistinctBy(path => path.Text).Where(path => !IsMark(path)).Select(path => path.In(top, order).Text()).FirstOrDefault(text => text is not null);

    /// <summary>Whether a field is only asked whether it is there: such as a moment of cancelling, which is no word.</summary>
    private bool IsMark(FieldPath path) => mapping.Statuses.Where(rule => rule.Path.Text == path.Text).All(rule => rule.Is is StatusRule.Anything or StatusRule.Nothing);

    private static string? FlawOf(PostingStatus status, string? word) => (status, word) switch
    {
        (PostingStatus.Unknown, null) => "The status is missing: look the order up in the shop, and correct the shop's field mapping.",
        (PostingStatus.Unknown, _) => $"The status '{Cut.ToLine(word, MaxWordLength)}' is not in the shop's field mapping: look the order up in the shop, and add the word.",
        _ => null,
    };

    private string? ShipByFlawOf(JsonElement shipBy) => shipBy.IsThere() && (shipBy.Text() is not null || shipBy.ValueKind is not JsonValueKind.String) && WireMoment.Read(shipBy) is null
        ? $"{mapping.NameOf(MappingFile.ShipBy)} cannot be read as a moment: take the deadline from the shop, and correct the shop's field mapping."
        : null;
}
