using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Entities as JSON: a value whose type JSON cannot show travels as text, with a second property that names its type.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        Write(json, entity);

        return bytes.WrittenMemory;
    }

    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Known(entity))
        {
            if (name is not (nameof(ITableEntity.Timestamp) or TableEntity.ETagName) && value is not null)
            {
                Write(json, name, value);
            }
        }

        json.WriteEndObject();
        json.Flush();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject().Where(property => !property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal)))
        {
            var type = json.TryGetProperty(property.Name + TypeSuffix, out var named) ? named.GetString() : null;
            if (property.Name is not "odata.metadata" && Read(property, type) is { } value)
            {
                entity[property.Name] = value;
            }
        }

        return new TableEntity(entity);
    }

    public static TableEntity Known(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"This build knows TableEntity alone, not {entity.GetType().Name}.");

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        var (text, type) = value switch
        {
            long number => (number.ToString(CultureInfo.InvariantCulture), "Edm.Int64"),
            DateTimeOffset instant => (Instant(instant), "Edm.DateTime"),
            DateTime instant => (Instant(instant.ToUniversalTime()), "Edm.DateTime"),
            Guid guid => (guid.ToString(), "Edm.Guid"),
            byte[] bytes => (Convert.ToBase64String(bytes), "Edm.Binary"),
            BinaryData data => (Convert.ToBase64String(data), "Edm.Binary"),
            double number when !double.IsFinite(number) => (number.ToString(CultureInfo.InvariantCulture), "Edm.Double"),
            _ => (null, value is double ? "Edm.Double" : null),
        };

        json.WritePropertyName(name);
        switch (value)
        {
            case var _ when text is not null: json.WriteStringValue(text); break;
            case string plain: json.WriteStringValue(plain); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            default: throw new NotSupportedException($"The property '{name}' has the type {value.GetType().Name}, which no table can hold.");
        }

        if (type is not null)
        {
            json.WriteString(name + TypeSuffix, type);
        }
    }

    private static object Read(JsonProperty property, string type) => (property.Value.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (_, "Edm.Int64") => long.Parse(property.Value.GetString(), CultureInfo.InvariantCulture),
        (_, "Edm.DateTime") => DateTimeOffset.Parse(property.Value.GetString(), CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => property.Value.GetGuid(),
        (_, "Edm.Binary") => property.Value.GetBytesFromBase64(),
        (JsonValueKind.String, "Edm.Double") => double.Parse(property.Value.GetString(), CultureInfo.InvariantCulture),
        (_, "Edm.Double") => property.Value.GetDouble(),
        (JsonValueKind.String, _) when property.Name is nameof(ITableEntity.Timestamp) =>
            DateTimeOffset.Parse(property.Value.GetString(), CultureInfo.InvariantCulture),
        (JsonValueKind.String, _) => property.Value.GetString(),
        (JsonValueKind.True or JsonValueKind.False, _) => property.Value.GetBoolean(),
        (JsonValueKind.Number, _) => property.Value.TryGetInt32(out var number) ? (object)number : property.Value.GetDouble(),
        _ => throw new NotSupportedException($"The property '{property.Name}' came with the unknown type {type}."),
    };

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
