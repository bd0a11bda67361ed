namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service at each write; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    ETag ETag { get; set; }
}
