namespace Azure.Data.Tables;

/// <remarks>Each getter gives null for a name without a value and throws <see cref="InvalidOperationException"/> for another type.</remarks>
public sealed partial class TableEntity
{
    public string GetString(string key) => (string)Get(key, value => value as string);

    public int? GetInt32(string key) => (int?)Get(key, value => value as int?);

    public long? GetInt64(string key) => (long?)Get(key, value => value as long?);

    public double? GetDouble(string key) => (double?)Get(key, value => value as double?);

    public bool? GetBoolean(string key) => (bool?)Get(key, value => value as bool?);

    public Guid? GetGuid(string key) => (Guid?)Get(key, value => value as Guid?);

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        (DateTimeOffset?)Get(key, value => value is DateTime utc ? new DateTimeOffset(utc) : value as DateTimeOffset?);

    public DateTime? GetDateTime(string key) =>
        (DateTime?)Get(key, value => value is DateTimeOffset instant ? instant.UtcDateTime : value as DateTime?);

    public byte[] GetBinary(string key) => (byte[])Get(key, value => value is BinaryData data ? data.ToArray() : value as byte[]);

    public BinaryData GetBinaryData(string key) =>
        (BinaryData)Get(key, value => value is byte[] bytes ? BinaryData.FromBytes(bytes) : value as BinaryData);

    private object Get(string key, Func<object, object> read) =>
        !_values.TryGetValue(key, out var value) || value is null
            ? null
            : read(value) ?? throw new InvalidOperationException($"The property '{key}' is of another type, {value.GetType().Name}.");
}
