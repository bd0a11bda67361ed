using System.Text;
using Microsoft.AspNetCore.Http;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>Labels are ordered, asked for until they are made, and fetched.</summary>
public sealed class OzonLabelsTests
{
    private const string Tasks = """{"tasks":[{"task_id":5001,"task_type":"big_label"},{"task_id":"5002","task_type":"small_label"}]}""";

    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("big", 5001)]
    [InlineData("small", 5002)]
    public async Task TheLabelOfTheSettings_IsWaitedFor_AndFetched_WithoutTheKey(string label, int task)
    {
        var polls = 0;
        string? keyAtTheFile = "";
        await using var ozon = await FakeOzon.StartAsync((call, context) => call.Path switch
        {
            "/v3/posting/fbs/package-label/create" => context.Response.AnswerAsync(200, Tasks),
            "/v2/posting/fbs/package-label/get" => context.Response.AnswerAsync(200, ++polls < 3 ? State("pending") : State("completed", FileOf(context.Request), """{"posting_number":"2","message":"The next postings aren't ready"}""")),
            _ => throw new InvalidOperationException(call.Path),
        }, (file) =>
        {
            keyAtTheFile = file.Request.Headers["Api-Key"];
            return file.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("%PDF-1.4 labels")).AsTask();
        });

        var batch = await Shop(ozon, label).LabelsAsync(["1", "2", "1"], Cancelled);

        Assert.Equal("%PDF-1.4 labels", Encoding.ASCII.GetString(Assert.Single(batch.Files)));
        Assert.Equal([new UnprintedLabel("2", LabelFlaw.NotReady, "The next postings aren't ready")], batch.Unprinted);
        Assert.Equal("""{"posting_numbers":["1","2"]}""", ozon.Calls.First().Body.GetRawText());
        Assert.All(ozon.Calls.Skip(1), call => Assert.Equal(task, call.Body.GetProperty("task_id").GetInt32()));
        Assert.Equal((3, null), (polls, keyAtTheFile));
    }

    [Fact]
    public async Task WhatIsStillBeingMade_IsAskedForLater()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Tasks), (200, State("in_progress")));

        var batch = await Shop(ozon).LabelsAsync(["1"], Cancelled);

        Assert.Empty(batch.Files);
        Assert.Equal([("1", true)], batch.Unprinted.Select(one => (one.Number, one.IsTooEarly)));
        Assert.Equal(6, ozon.Calls.Count);      // ordered, then asked at 0, 1, 2, 3 and 4 ms
    }

    [Fact]
    public async Task APostingThatIsNotReady_DoesNotKeepTheOthers()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) => context.Response.AnswerAsync(
            call.Number is 1 ? 400 : 200,
            call.Number switch { 1 => """{"code":3,"message":"The next postings aren't ready: 22-1"}""", 2 => Tasks, _ => State("completed", FileOf(context.Request)) }));

        var batch = await Shop(ozon).LabelsAsync(["11-1", "22-1"], Cancelled);

        Assert.Single(batch.Files);
        Assert.Equal([new UnprintedLabel("22-1", LabelFlaw.NotReady)], batch.Unprinted);
        Assert.Equal("""{"posting_numbers":["11-1"]}""", ozon.Calls.ElementAt(1).Body.GetRawText());
    }

    [Fact]
    public async Task WhereNoneIsReady_NothingIsAskedTwice()
    {
        await using var ozon = await FakeOzon.StartAsync((400, """{"code":3,"message":"The next postings aren't ready"}"""));

        Assert.All((await Shop(ozon).LabelsAsync(["1", "2"], Cancelled)).Unprinted, one => Assert.True(one.IsTooEarly));
        Assert.Single(ozon.Calls);
    }

    [Fact]
    public async Task ManyPostings_AreAskedForByTheHundred()
    {
        await using var ozon = await FakeOzon.StartAsync((call, context) =>
            context.Response.AnswerAsync(200, call.Path.EndsWith("create", StringComparison.Ordinal) ? Tasks : State("completed", FileOf(context.Request))));

        var batch = await Shop(ozon).LabelsAsync([.. Enumerable.Range(0, 101).Select(n => $"{n}-1")], Cancelled);

        Assert.Equal(2, batch.Files.Count);
        Assert.Equal([100, 1], ozon.Calls.Where(call => call.Path.EndsWith("create", StringComparison.Ordinal)).Select(call => call.Body.GetProperty("posting_numbers").GetArrayLength()));
    }

    [Theory]
    [InlineData("http://labels.example/1.pdf")]
    [InlineData("ftp://labels.example/1.pdf")]
    [InlineData("file:///etc/hostname")]
    [InlineData("1.pdf")]
    public async Task AnAddressThatIsNotSafe_IsNotAsked(string address)
    {
        await using var ozon = await FakeOzon.StartAsync((200, Tasks), (200, State("completed", address)));

        Assert.Contains("not safe", (await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Shop(ozon).LabelsAsync(["1"], Cancelled))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>")]
    [InlineData(404, "%PDF-1.4")]
    [InlineData(302, "%PDF-1.4")]
    public async Task WhatIsNoPdf_IsNoLabel(int status, string body)
    {
        await using var ozon = await FakeOzon.StartAsync(
            (call, context) => context.Response.AnswerAsync(200, call.Number is 1 ? Tasks : State("completed", FileOf(context.Request))), file => file.Response.AnswerAsync(status, body));

        Assert.Contains("no PDF", (await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Shop(ozon).LabelsAsync(["1"], Cancelled))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedTask_SaysItsWord()
    {
        await using var ozon = await FakeOzon.StartAsync((200, Tasks), (200, """{"status":{"code":"error"},"error":{"code":"LABEL_BROKEN","message":"try later"}}"""));

        Assert.Equal("LABEL_BROKEN", (await Assert.ThrowsAsync<MarketplaceRefusedException>(() => Shop(ozon).LabelsAsync(["1"], Cancelled))).Code);
    }

    [Theory]
    [InlineData("""{"tasks":[]}""", "{}")]
    [InlineData(Tasks, "{}")]
    [InlineData(Tasks, """{"status":{"code":"completed"},"file_url":""}""")]
    public async Task AnswersThatAreNone_AreUnusable(string tasks, string state)
    {
        await using var ozon = await FakeOzon.StartAsync((200, tasks), (200, state));

        await Assert.ThrowsAsync<MarketplaceUnreachableException>(() => Shop(ozon).LabelsAsync(["1"], Cancelled));
    }

    private static ILabelSource Shop(FakeOzon ozon, string label = "big") =>
        (ILabelSource)ozon.Shop(new() { ["Label"] = label, ["LabelPause"] = "00:00:00.001", ["LabelPatience"] = "00:00:00.004" });

    private static string FileOf(HttpRequest request) => $"http://{request.Host}/files/labels.pdf";

    private static string State(string code, string file = "", string unprinted = "") =>
        $$"""{"file_url":"{{file}}","status":{"code":"{{code}}","postings_count":2,"printed_postings_count":1,"unprinted_postings":[{{unprinted}}]},"error":{"code":"","message":""} }""";
}
