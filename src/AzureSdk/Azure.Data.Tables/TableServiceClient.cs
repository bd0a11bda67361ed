using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableService _service;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null) =>
        _service = TableService.Of(connectionString, options);

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _service = new TableService(endpoint, credential, options);

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _service = new TableService(endpoint, tokenCredential, options);

    /// <summary>For tests that replace members.</summary>
    protected TableServiceClient()
    {
    }

    public virtual string AccountName => _service.AccountName;

    public virtual Uri Uri => _service.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Write(filter);

    public virtual TableClient GetTableClient(string tableName) => new(_service, tableName);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        _service.CreateIfNotExistsAsync(tableName, cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _service.DropAsync(tableName, cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new QueryPages<TableItem>(
            _service,
            "/Tables",
            string.IsNullOrEmpty(filter) ? "" : $"&$filter={Uri.EscapeDataString(filter)}",
            maxPerPage,
            table => new TableItem(table.GetProperty("TableName").GetString()),
            cancellationToken);
}
