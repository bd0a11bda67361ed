using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableClient
{
    private readonly TableService _service;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableService.Of(connectionString, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(new TableService(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(new TableService(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableService service, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);

        _service = service;
        Name = tableName;
    }

    /// <summary>For tests that replace members.</summary>
    protected TableClient()
    {
    }

    public virtual string AccountName => _service.AccountName;

    public virtual string Name { get; }

    public virtual Uri Uri => new($"{_service.Root}/{Name}");

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Write(filter);

    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _service.CreateIfNotExistsAsync(Name, cancellationToken);

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) => _service.DropAsync(Name, cancellationToken);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _service.SendAsync(EntityRequest.Add(Name, entity), cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _service.SendAsync(EntityRequest.Put(Name, entity, mode, ifMatch: null), cancellationToken);

    /// <exception cref="ArgumentException">No condition is given; <see cref="ETag.All"/> says that none is wanted.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("Value cannot be empty.", nameof(ifMatch))
            : _service.SendAsync(EntityRequest.Put(Name, entity, mode, ifMatch), cancellationToken);

    /// <returns>Status 404, and no exception, when there was nothing to delete.</returns>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _service.SendAsync(EntityRequest.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken, 404);

    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var answer = await GetAsync(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);

        return Response.FromValue(Read<T>(answer), answer);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var answer = await GetAsync(partitionKey, rowKey, select, cancellationToken, 404).ConfigureAwait(false);

        return answer.Status == 404 ? new Absent<T>(answer) : Response.FromValue(Read<T>(answer), answer);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new QueryPages<T>(
            _service,
            $"/{Name}()",
            Select(select) + (string.IsNullOrEmpty(filter) ? "" : $"&$filter={Uri.EscapeDataString(filter)}"),
            maxPerPage,
            Read<T>,
            cancellationToken);

    /// <summary>All of the actions or none; every action concerns another row of one and the same partition.</summary>
    /// <exception cref="TableTransactionFailedException">An action was refused; the exception says which.</exception>
    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        Batch.SendAsync(_service, Name, [.. transactionActions], cancellationToken);

    private static string Select(IEnumerable<string> names) =>
        names is null ? "" : $"&$select={Uri.EscapeDataString(string.Join(',', names))}";

    private static T Read<T>(JsonElement entity)
        where T : class =>
        EntityJson.Read(entity) as T ?? throw new NotSupportedException($"This build knows TableEntity alone, not {typeof(T).Name}.");

    private static T Read<T>(Response answer)
        where T : class
    {
        using var body = JsonDocument.Parse(answer.Content);

        return Read<T>(body.RootElement);
    }

    private Task<Response> GetAsync(
        string partitionKey, string rowKey, IEnumerable<string> select, CancellationToken cancel, params int[] alsoFine) =>
        _service.SendAsync(
            RequestMethod.Get,
            $"{EntityRequest.RowPath(Name, partitionKey, rowKey)}?{EntityRequest.FormatQuery}{Select(select)}",
            [new("DataServiceVersion", "3.0"), new("Accept", EntityRequest.Format)],
            body: null,
            cancel,
            alsoFine);
}
