using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One write as the service wants to see it, alone or as a part of a batch.</summary>
/// <param name="Entity">What is written; null where a row is deleted.</param>
internal sealed record EntityRequest(RequestMethod Method, string Path, IReadOnlyList<HttpHeader> Headers, ITableEntity Entity)
{
    public const string Format = "application/json;odata=minimalmetadata";

    public static readonly string FormatQuery = $"$format={Uri.EscapeDataString(Format)}";

    private static readonly HttpHeader Version = new("DataServiceVersion", "3.0");

    public static EntityRequest Add(string table, ITableEntity entity) =>
        new(
            RequestMethod.Post,
            $"/{table}",
            [Version, new("Prefer", "return-no-content"), new("Accept", Format), new("Content-Type", "application/json;odata=nometadata")],
            entity);

    /// <summary>An update under a condition, or without one an upsert.</summary>
    public static EntityRequest Put(string table, ITableEntity entity, TableUpdateMode mode, ETag? ifMatch) =>
        new(
            mode is TableUpdateMode.Merge ? RequestMethod.Patch : RequestMethod.Put,
            RowPath(table, entity.PartitionKey, entity.RowKey),
            [Version, .. If(ifMatch), new("Accept", "application/json"), new("Content-Type", "application/json")],
            entity);

    public static EntityRequest Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, RowPath(table, partitionKey, rowKey), [Version, .. If(ifMatch), new("Accept", Format)], null);

    public static EntityRequest Of(string table, TableTransactionAction action)
    {
        var (entity, etag) = (action.Entity, action.ETag);

        return action.ActionType switch
        {
            TableTransactionActionType.Add => Add(table, entity),
            TableTransactionActionType.UpdateMerge => Put(table, entity, TableUpdateMode.Merge, etag),
            TableTransactionActionType.UpdateReplace => Put(table, entity, TableUpdateMode.Replace, etag),
            TableTransactionActionType.UpsertMerge => Put(table, entity, TableUpdateMode.Merge, ifMatch: null),
            TableTransactionActionType.UpsertReplace => Put(table, entity, TableUpdateMode.Replace, ifMatch: null),
            TableTransactionActionType.Delete => Delete(table, entity.PartitionKey, entity.RowKey, etag),
            var unknown => throw new ArgumentOutOfRangeException(nameof(action), $"No request is written for {unknown}."),
        };
    }

    public static string RowPath(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    private static string Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);

        return Uri.EscapeDataString(FilterText.Quote(key));
    }

    private static IEnumerable<HttpHeader> If(ETag? ifMatch) =>
        ifMatch is { } etag ? [new("If-Match", (etag == default ? ETag.All : etag).ToString("H"))] : [];
}
