using System.Globalization;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage.Faults;

namespace ShipBy.Application.Tests.Ledger;

/// <summary>What the service allows in a key, where the emulator allows everything.</summary>
public sealed class RowKeyTests
{
    private static readonly string EveryCharacter = string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code));

    [Fact]
    public void Keys_HoldNoCharacterThatTheServiceRefuses()
    {
        foreach (var part in EveryCharacter.Chunk(100).Select(characters => new string(characters)))
        {
            RowKey[] keys =
            [
                RowKey.Order(new OrderKey(part, part)), RowKey.Due(Sample.Noon, new OrderKey(part, part)), RowKey.Watch(part), RowKey.Budget(part),
                RowKey.Aside(part, part), RowKey.Ticket(part), .. string.IsNullOrWhiteSpace(part) ? Array.Empty<RowKey>() : [RowKey.Stock(Sku.Parse(part))],
            ];

            Assert.DoesNotContain(keys, key => key.Value.Any(ServiceRules.IsForbiddenInKeys));
            Assert.DoesNotContain(keys, key => key.Value.Any(char.IsSurrogate));
        }
    }

    [Fact]
    public void Escapes_AreTakenApart_SoThatTwoNamesNeverShareAKey() =>
        Assert.Equal(EveryCharacter.Length, EveryCharacter.Select(c => RowKey.Escape(c.ToString(CultureInfo.InvariantCulture))).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData('9')]
    [InlineData('/')]       // five characters in a key
    public void Keys_OfAnyOrder_AreNoLongerThanTheServiceAllows(char c)
    {
        var order = new OrderKey(new string('s', 40), new string(c, 20_000));

        Assert.InRange(RowKey.Due(Sample.Noon, order).Value.Length, 1, ServiceRules.MostKeyCharacters);
    }

    [Fact]
    public void Keys_ThatAreTooLong_AreRefusedBeforeTheyAreSent() => Assert.Throws<FormatException>(() => RowKey.Watch(new string('s', RowKey.MaxLength)));
}
