using System.Buffers.Binary;
using System.Text;
using NodaTime;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Pages.Links;

/// <summary>What a link says, as bytes: one way to write it and one to read it.</summary>
/// <remarks>
/// Big-endian: action and, in sixteens, the parcel's trouble (1 byte), last second (4), deadline or limit in ticks (8), notice (16), then shop, number and route as UTF-8, each behind its length (1). Nothing
/// of the buyer is among them.
/// </remarks>
internal static class LinkContent
{
    private const int Fixed = 1 + 4 + 8 + 16;

    private const int Sixteen = 16;

    /// <value>A trouble's place here is written into links and stays; the first is that of a link about the order itself.</value>
    private static readonly ConsignmentTrouble?[] Troubles =
        [null, ConsignmentTrouble.Stuck, ConsignmentTrouble.NotScanned, ConsignmentTrouble.NotArrived, ConsignmentTrouble.NotAccepted, ConsignmentTrouble.Lost];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null where there is no such link, where a text is longer than 255 bytes, or no text at all (half a character).</returns>
    public static byte[]? Write(AlertLink link)
    {
        try
        {
            byte[][] texts = [Strict.GetBytes(link.Order.Shop), Strict.GetBytes(link.Order.Number), Strict.GetBytes(link.Route)];
            var head = new byte[Fixed];
            head[0] = (byte)((int)link.Action + Sixteen * Array.IndexOf(Troubles, link.Trouble));
            BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(1), (uint)link.Expires.ToUnixTimeSeconds());
            BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(5), link.Deadline.ToUnixTimeTicks());
            link.Notice.TryWriteBytes(head.AsSpan(13), bigEndian: true, out _);
            return !link.IsPossible || texts.Any(text => text.Length > byte.MaxValue) ? null : [.. head, .. texts.SelectMany(text => text.Prepend((byte)text.Length))];
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <param name="content">Sealed by us: what cannot be read comes from another version.</param>
    public static AlertLink? Read(byte[] content)
    {
        if (content.Length < Fixed || Texts(content.AsSpan(Fixed)) is not [var shop, var number, var route] || content[0] / Sixteen >= Troubles.Length)
        {
            return null;
        }

        var link = new AlertLink(
            (LinkAction)(content[0] % Sixteen),
            new OrderKey(shop, number),
            Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64BigEndian(content.AsSpan(5))),
            new Guid(content.AsSpan(13, 16), bigEndian: true),
            route,
            Instant.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(1))))
        { Trouble = Troubles[content[0] / Sixteen] };
        return link.IsPossible ? link : null;
    }

    private static List<string> Texts(ReadOnlySpan<byte> content)
    {
        var texts = new List<string>();
        while (content.Length > 0 && content.Length > content[0])
        {
            texts.Add(Encoding.UTF8.GetString(content.Slice(1, content[0])));
            content = content[(content[0] + 1)..];
        }

        return content.Length == 0 ? texts : [];
    }
}
