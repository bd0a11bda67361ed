using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>The tables of an account, made and dropped.</summary>
internal static class TableSet
{
    /// <summary>Creates the table; one that is there already is an answer and not an error.</summary>
    public static async Task<Response<TableItem>> CreateIfNotExistsAsync(this TableService service, string table, CancellationToken cancel)
    {
        try
        {
            return Response.FromValue(new TableItem(table), await service.CreateAsync(table, cancel).ConfigureAwait(false));
        }
        catch (RequestFailedException known) when (known.Status == 409 && known.ErrorCode == TableErrorCode.TableAlreadyExists)
        {
            return Response.FromValue(new TableItem(table), known.GetRawResponse());
        }
    }

    /// <summary>Drops the table; one that is not there is an answer (404) and not an error.</summary>
    public static Task<Response> DropAsync(this TableService service, string table, CancellationToken cancel) =>
        service.SendAsync(
            RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(table)}')", [new("Accept", "application/json")], null, cancel, 404);

    private static Task<Response> CreateAsync(this TableService service, string table, CancellationToken cancel) =>
        service.SendAsync(
            RequestMethod.Post,
            $"/Tables?{EntityRequest.FormatQuery}",
            [
                new("DataServiceVersion", "3.0"),
                new("Accept", EntityRequest.Format),
                new("Content-Type", "application/json;odata=nometadata"),
            ],
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }),
            cancel);
}
