using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ShipBy.AzureSdk.Tests.Wire;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>What goes over the wire, word for word. The traces follow recordings of the official package.</summary>
public class TableWireTests
{
    private const string Key = "c2VjcmV0IGtleSBvZiBhIHRlc3Q=";

    private static readonly TableEntity Order = new("p'1", "a b") { ["Units"] = 2, ["Cents"] = 100L, ["Share"] = 1.0, ["Name"] = "чай" };

    private static readonly Answer Done = new(204, "", ("ETag", "W/\"datetime'1'\""));

    [Fact]
    public async Task CreateTable() => await AssertTraceAsync(
        table => table.CreateIfNotExistsAsync(Cancel),
        """
        POST /Tables?$format=application%2Fjson%3Bodata%3Dminimalmetadata
        Accept: application/json;odata=minimalmetadata
        Content-Type: application/json;odata=nometadata
        DataServiceVersion: 3.0
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06

        {"TableName":"orders"}
        """);

    [Fact]
    public async Task Get_OfTwoProperties() => await AssertTraceAsync(
        table => table.GetEntityIfExistsAsync<TableEntity>("p'1", "1", ["RowKey", "Units"], Cancel),
        """
        GET /orders(PartitionKey='p%27%271',RowKey='1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata&$select=RowKey%2CUnits
        Accept: application/json;odata=minimalmetadata
        DataServiceVersion: 3.0
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06
        """,
        new Answer(404));

    [Fact]
    public async Task Add() => await AssertTraceAsync(
        table => table.AddEntityAsync(Order, Cancel),
        """
        POST /orders?$format=application%2Fjson%3Bodata%3Dminimalmetadata
        Accept: application/json;odata=minimalmetadata
        Content-Type: application/json;odata=nometadata
        DataServiceVersion: 3.0
        Prefer: return-no-content
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06

        {"PartitionKey":"p\u00271","RowKey":"a b","Units":2,"Cents":"100","Cents@odata.type":"Edm.Int64","Share":1,"Share@odata.type":"Edm.Double","Name":"\u0447\u0430\u0439"}
        """);

    [Fact]
    public async Task Replace_UnderAnETag() => await AssertTraceAsync(
        table => table.UpdateEntityAsync(new TableEntity("p", "1") { ETag = new("W/\"old\"") }, new ETag("W/\"e\""), TableUpdateMode.Replace, Cancel),
        """
        PUT /orders(PartitionKey='p',RowKey='1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata
        Accept: application/json
        Content-Type: application/json
        DataServiceVersion: 3.0
        If-Match: W/"e"
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06

        {"PartitionKey":"p","RowKey":"1"}
        """);

    [Fact]
    public async Task Upsert_HasNoCondition() => await AssertTraceAsync(
        table => table.UpsertEntityAsync(new TableEntity("p", "1"), cancellationToken: Cancel),
        """
        PATCH /orders(PartitionKey='p',RowKey='1')?$format=application%2Fjson%3Bodata%3Dminimalmetadata
        Accept: application/json
        Content-Type: application/json
        DataServiceVersion: 3.0
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06

        {"PartitionKey":"p","RowKey":"1"}
        """);

    [Fact]
    public async Task Delete_OfAnyVersion() => await AssertTraceAsync(
        table => table.DeleteEntityAsync("p'1", "a b", cancellationToken: Cancel),
        """
        DELETE /orders(PartitionKey='p%27%271',RowKey='a%20b')?$format=application%2Fjson%3Bodata%3Dminimalmetadata
        Accept: application/json;odata=minimalmetadata
        DataServiceVersion: 3.0
        If-Match: *
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06
        """);

    [Fact]
    public async Task Query_WithEverything() => await AssertTraceAsync(
        async table => await table.QueryAsync<TableEntity>("PartitionKey eq 'a b'", 5, ["RowKey", "Units"], Cancel).GetAsyncEnumerator().MoveNextAsync(),
        """
        GET /orders()?$format=application%2Fjson%3Bodata%3Dminimalmetadata&$top=5&$select=RowKey%2CUnits&$filter=PartitionKey%20eq%20%27a%20b%27
        Accept: application/json;odata=minimalmetadata
        DataServiceVersion: 3.0
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06
        """,
        new Answer(200, """{"value":[]}"""));

    [Fact]
    public async Task Transaction() => await AssertTraceAsync(
        table => table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "1")),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "2"), new ETag("W/\"e\"")),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "3")),
                new(TableTransactionActionType.Delete, new TableEntity("p", "4")),
            ],
            Cancel),
        """
        POST /$batch
        Accept: application/json
        Content-Type: multipart/mixed; boundary=batch_ID
        DataServiceVersion: 3.0
        x-ms-return-client-request-id: true
        x-ms-version: 2020-12-06

        --batch_ID
        Content-Type: multipart/mixed; boundary=changeset_ID

        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        POST http://HOST/orders?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
        Host: HOST
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        Prefer: return-no-content
        Accept: application/json;odata=minimalmetadata
        Content-Type: application/json;odata=nometadata

        {"PartitionKey":"p","RowKey":"1"}
        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        PATCH http://HOST/orders(PartitionKey='p',RowKey='2')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
        Host: HOST
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        If-Match: W/"e"
        Accept: application/json
        Content-Type: application/json

        {"PartitionKey":"p","RowKey":"2"}
        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        PUT http://HOST/orders(PartitionKey='p',RowKey='3')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
        Host: HOST
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        Accept: application/json
        Content-Type: application/json

        {"PartitionKey":"p","RowKey":"3"}
        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        DELETE http://HOST/orders(PartitionKey='p',RowKey='4')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
        Host: HOST
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        If-Match: *
        Accept: application/json;odata=minimalmetadata


        --changeset_ID--

        --batch_ID--
        """,
        new Answer(202, "--batchresponse\r\n\r\n--changesetresponse\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--changesetresponse--\r\n"));

    [Theory]
    [InlineData("/")]
    [InlineData("/shop/")]       // the emulator's way: the account is in the path too, and so twice in what is signed
    public async Task SharedKeyLite_SignsDateAndPath(string path)
    {
        await using var server = await RecordingServer.StartAsync(Done);
        var table = new TableClient(new Uri(server.Address, path), "orders", new TableSharedKeyCredential("shop", Key));

        await table.DeleteEntityAsync("склад", "a b", cancellationToken: Cancel);

        var request = server.Requests.Single();
        var signed = $"{request.Headers["x-ms-date"]}\n/shop{request.Target.Split('?')[0]}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));
        Assert.Equal($"SharedKeyLite shop:{signature}", request.Headers.Authorization());
        Assert.StartsWith($"{path}orders(PartitionKey='%D1%81", request.Target, StringComparison.Ordinal);
    }

    private static async Task AssertTraceAsync(Func<TableClient, Task> call, string expected, Answer? answer = null)
    {
        await using var server = await RecordingServer.StartAsync(answer ?? Done);

        await call(new TableClient(server.Address, "orders", new TableSharedKeyCredential("shop", Key)));

        Assert.Equal(expected.ReplaceLineEndings("\n"), server.Requests.Single().Trace);
    }
}
