using System.Collections;

namespace Azure.Data.Tables;

/// <summary>An entity as a set of named values; keys, timestamp and ETag are entries of it like any other.</summary>
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object> _values;

    public TableEntity()
        : this(null, null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        _values = [];
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _values = values is null ? [] : new(values);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _values[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _values[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _values[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } etag ? new ETag(etag) : default;
        set => _values[ETagName] = value.ToString();
    }

    public ICollection<string> Keys => _values.Keys;

    public int Count => _values.Count;

    ICollection<object> IDictionary<string, object>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>Null for a name that has no value.</summary>
    public object this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = value;
    }

    public void Add(string key, object value) => _values.Add(key, value);

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool Remove(string key) => _values.Remove(key);

    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => _values.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _values.Contains(item);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => _values.Remove(item.Key);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();
}
