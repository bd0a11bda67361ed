using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Account;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>Reads the body of a push message. It comes from anybody who knows the address, so it never throws and believes little.</summary>
public static class OzonPushReader
{
    private const int MaxTypeLength = 64;

    /// <value>Real numbers have some twenty characters; anybody may send more.</value>
    private const int MaxNumberLength = 100;

    public static OzonPush Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(body));
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new OzonPush.Unreadable($"The body is not JSON (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}).", FieldMissing: false);
        }
    }

    internal static OzonPush Read(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object)
            return new OzonPush.Unreadable("The body is not an object.", FieldMissing: false);

        return message.Text("message_type") switch
        {
            null => new OzonPush.Unreadable("message_type is missing.", FieldMissing: true),
            PushTypes.Ping => new OzonPush.Ping(),
            PushTypes.NewMessage when ChatWords.IsWithABuyer(message.Text("chat_type")) && ChatWords.IsABuyer(message.Field("user").Text("type")) => new OzonPush.BuyerWrote(),
            var type when PushTypes.OfPostings.Contains(type) => OfPosting(type, message.Text("posting_number")),
            var type => new OzonPush.Ignored(Cut.ToLine(type, MaxTypeLength)),
        };
    }

    private static OzonPush OfPosting(string type, string? number) => number switch
    {
        null => new OzonPush.Unreadable($"posting_number is missing in {type}.", FieldMissing: true),
        { Length: > MaxNumberLength } =>
            new OzonPush.Unreadable($"posting_number in {type} has more than {MaxNumberLength} characters.", FieldMissing: false),
        _ => new OzonPush.PostingTouched(number, type),
    };

    /// <summary>Some senders put a byte order mark in front, which is no JSON.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
