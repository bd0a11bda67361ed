using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ShipBy.AzureSdk.Tests.Wire;
using static ShipBy.AzureSdk.Tests.Tables.TestTables;

namespace ShipBy.AzureSdk.Tests.Tables;

/// <summary>What the real service does and the emulator does not.</summary>
public class TableFaultTests
{
    private static readonly Answer Busy = new(503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");

    private static readonly Answer Done = new(204);

    [Fact]
    public async Task BusyService_IsAskedAgain_WithANewSignature()
    {
        await using var server = await RecordingServer.StartAsync(Busy, Busy, Done);

        var answer = await TableAt(server).AddEntityAsync(new TableEntity("p", "1"), Cancel);

        Assert.Equal(204, answer.Status);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => request.Body).Distinct());
        Assert.All(server.Requests, request => Assert.StartsWith("SharedKeyLite ", request.Headers.Authorization(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task BusyService_IsAskedThreeMoreTimes_AndThenReported()
    {
        await using var server = await RecordingServer.StartAsync(Busy);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => TableAt(server).AddEntityAsync(new TableEntity("p", "1"), Cancel));

        Assert.Equal((503, "ServerBusy"), (refused.Status, refused.ErrorCode));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task AnswerOfAProxy_IsReportedByItsStatus()
    {
        await using var server = await RecordingServer.StartAsync(new Answer(400, "<html>no</html>"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => TableAt(server).AddEntityAsync(new TableEntity("p", "1"), Cancel));

        Assert.Equal((400, null), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task EmptyPage_WithATokenIsFollowed_AlsoWhenOnlyThePartitionIsNamed()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cA--"), ("x-ms-continuation-NextRowKey", "1!4!MQ--")),
            new Answer(200, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!8!cQ--")),
            new Answer(200, """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"q","RowKey":"1"}]}"""));

        var found = await TableAt(server).RowKeysAsync("Units gt 0");

        Assert.Equal(["1"], found);
        Assert.EndsWith("&$filter=Units%20gt%200&NextPartitionKey=1%218%21cA--&NextRowKey=1%214%21MQ--", server.Requests[1].Target, StringComparison.Ordinal);
        Assert.EndsWith("&$filter=Units%20gt%200&NextPartitionKey=1%218%21cQ--", server.Requests[2].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedTransaction_NamesTheAction_AsTheServiceWordsIt()
    {
        const string Body =
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n" +
            "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" +
            "HTTP/1.1 412 Precondition Failed\r\nX-Content-Type-Options: nosniff\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n" +
            """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"42:The update condition specified in the request was not satisfied.\nRequestId:1\nTime:2"}}}""" +
            "\r\n--changesetresponse_2--\r\n--batchresponse_1--\r\n";
        await using var server = await RecordingServer.StartAsync(new Answer(202, Body));

        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => TableAt(server).SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "1"))], Cancel));

        Assert.Equal((412, 42), (refused.Status, refused.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.UpdateConditionNotSatisfied, (TableErrorCode)refused.ErrorCode!);
    }

    [Fact]
    public async Task TooLargeTransaction_IsReportedByTheStatusOfTheWhole()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(413, """{"odata.error":{"code":"RequestBodyTooLarge","message":{"lang":"en-US","value":"The request body is too large."}}}"""));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => TableAt(server).SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "1"))], Cancel));

        Assert.Equal((413, "RequestBodyTooLarge"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Token_IsFetchedForStorage_AndSentAsBearer()
    {
        await using var server = await RecordingServer.StartSecureAsync(Done);
        var token = new Token();
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler);

        await new TableClient(server.Address, "orders", token, new TableClientOptions { Transport = new HttpClientTransport(http) })
            .AddEntityAsync(new TableEntity("p", "1"), Cancel);

        Assert.Equal(["https://storage.azure.com/.default"], token.Scopes);
        Assert.Equal("Bearer a-token", server.Requests.Single().Headers.Authorization());
    }

    [Fact]
    public async Task Token_IsNeverSentInTheClear()
    {
        await using var server = await RecordingServer.StartAsync(Done);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new TableClient(server.Address, "orders", new Token()).AddEntityAsync(new TableEntity("p", "1"), Cancel));

        Assert.Empty(server.Requests);
    }

    private static TableClient TableAt(RecordingServer server)
    {
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);

        return new TableClient(server.Address, "orders", new TableSharedKeyCredential("shop", Convert.ToBase64String("key"u8)), options);
    }
}
