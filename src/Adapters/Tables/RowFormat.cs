using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tables;

/// <summary>Writes a ledger row into a table entity and reads it back: its kind, its body as JSON, and the operation that wrote it.</summary>
internal static class RowFormat
{
    internal const string Kind = "Kind";

    internal const string Body = "Body";

    internal const string Operation = "Op";

    /// <value>Table Storage takes 32 K UTF-16 characters a property; a longer body goes on in <c>Body1</c>, <c>Body2</c>…</value>
    private const int CharactersAProperty = 32_000;

    private static readonly Dictionary<string, Type> Kinds = typeof(LedgerRow).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(LedgerRow))).ToDictionary(type => type.Name);

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new SkuConverter() },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static TableEntity Write(PoolName pool, LedgerRow row, Guid operation)
    {
        var entity = new TableEntity(pool.Value, row.Key.Value)
        {
            [Kind] = row.GetType().Name,
            [Operation] = operation.ToString("N"),
        };
        var body = JsonSerializer.Serialize(row, row.GetType(), Json);
        for (var (index, at) = (0, 0); at < body.Length; index++, at += CharactersAProperty)
        {
            entity[NameOf(index)] = body.Length <= CharactersAProperty ? body : body[at..Math.Min(body.Length, at + CharactersAProperty)];
        }

        return entity;
    }

    /// <exception cref="InvalidOperationException">The row was written by a newer ShipBy, or by something else. The message names the row and never its content.</exception>
    public static Stored Read(TableEntity entity)
    {
        try
        {
            return Parse(entity);
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            throw new InvalidOperationException($"The row {entity.RowKey} cannot be read: its body is not what ShipBy writes. Restore the row, or delete it and run 'shipby reconcile --fix'.");
        }
    }

    private static Stored Parse(TableEntity entity)
    {
        var parts = Enumerable.Range(0, int.MaxValue).Select(index => entity.GetString(NameOf(index))).TakeWhile(part => part is not null);
        return Kinds.TryGetValue(entity.GetString(Kind) ?? "", out var kind) && JsonSerializer.Deserialize(string.Concat(parts), kind, Json) is LedgerRow row
            ? new Stored(row, entity.ETag.ToString())
            : throw new InvalidOperationException($"The row {entity.RowKey} is of the unknown kind '{entity.GetString(Kind)}'; a newer version of ShipBy may have written it.");
    }

    private static string NameOf(int index) => index == 0 ? Body : $"{Body}{index}";

    private sealed class SkuConverter : JsonConverter<Sku>
    {
        public override Sku Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Sku.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Sku value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
