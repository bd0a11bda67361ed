using System.Text;

namespace ShipBy.Bench.Storage;

/// <summary>An entity group transaction, written by hand.</summary>
internal sealed class RawBatch(RawStorage storage, string table)
{
    private readonly StringBuilder _parts = new();

    public RawBatch Insert(string partition, string row, string properties) => Part(
        "POST", $"{storage.Root}/{table}", $$"""{"PartitionKey":"{{partition}}","RowKey":"{{row}}",{{properties}}}""", "Prefer: return-no-content\r\n");

    public RawBatch Replace(string partition, string row, string properties) => Part(
        "PUT", $"{storage.Root}/{table}(PartitionKey='{partition}',RowKey='{row}')", $$"""{"PartitionKey":"{{partition}}","RowKey":"{{row}}",{{properties}}}""", "If-Match: *\r\n");

    public RawBatch Delete(string partition, string row) => Part("DELETE", $"{storage.Root}/{table}(PartitionKey='{partition}',RowKey='{row}')", "", "If-Match: *\r\n");

    public async Task SendAsync()
    {
        var body = $"--batch_b\r\nContent-Type: multipart/mixed; boundary=changeset_c\r\n\r\n{_parts}--changeset_c--\r\n\r\n--batch_b--\r\n";
        (await storage.SendAsync(HttpMethod.Post, "/devstoreaccount1/$batch", Encoding.UTF8.GetBytes(body), "multipart/mixed; boundary=batch_b")).Taken();
    }

    private RawBatch Part(string method, string address, string body, string headers)
    {
        _parts.Append("--changeset_c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
            .Append(method).Append(' ').Append(address).Append(" HTTP/1.1\r\nHost: ").Append(storage.Authority)
            .Append("\r\nx-ms-version: 2020-12-06\r\nDataServiceVersion: 3.0\r\nAccept: application/json;odata=minimalmetadata\r\nContent-Type: application/json\r\n")
            .Append(headers).Append("\r\n").Append(body).Append("\r\n");
        return this;
    }
}
