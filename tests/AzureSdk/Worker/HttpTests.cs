using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.AzureSdk.Tests.Worker.Fakes;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;

namespace ShipBy.AzureSdk.Tests.Worker;

public class HttpTests
{
    [Theory]
    [InlineData("GET", "/api/open?q=5", 200, "open 5")]
    [InlineData("GET", "/api/open?q=5&code=wrong", 200, "open 5")]                 // anonymous: even a wrong key
    [InlineData("POST", "/api/open", 404, "")]                                      // no function takes this verb here
    [InlineData("GET", "/open", 404, "")]                                           // prefix
    [InlineData("GET", "/api/guarded/7", 401, "")]
    [InlineData("GET", "/api/guarded/7?code=wrong", 401, "")]
    [InlineData("GET", "/api/guarded/7?code=host", 200, """{"id":7,"name":null,"method":"GET"}""")]
    [InlineData("POST", "/api/guarded/7/mug?code=master", 200, """{"id":7,"name":"mug","method":"POST"}""")]
    [InlineData("GET", "/api/guarded/seven?code=host", 404, "")]                    // the route's constraint
    [InlineData("GET", "/api/onlyadmin?code=host", 401, "")]
    [InlineData("GET", "/api/onlyadmin?code=master", 200, "admin")]
    [InlineData("GET", "/api/fails", 500, "")]
    [InlineData("GET", "/admin/host/drain/status", 401, "")]
    [InlineData("GET", "/admin/host/drain/status?code=host", 401, "")]
    [InlineData("GET", "/admin/host/drain/status?code=master", 200, """{"state":"Disabled","outstandingInvocations":0}""")]
    public async Task Line9_Http_AnswersByRouteVerbAndKey(string verb, string path, int status, string body)
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], []);

        Assert.Equal((status, body), await SendAsync(app, verb, path));
    }

    [Theory]
    [InlineData("host", "wrong", 200)]
    [InlineData("wrong", "host", 401)]      // a wrong header is not saved by a right query
    [InlineData("", "host", 401)]
    [InlineData(null, "host", 200)]
    [InlineData("other's own", null, 200)]
    [InlineData(null, null, 401)]
    public async Task Line9_Http_TakesTheKeyOfTheHeader_BeforeTheQuery(string? header, string? query, int status)
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [("FUNCTIONS_KEY_Other", "other's own")]);

        Assert.Equal(status, (await SendAsync(app, "GET", $"/api/other{(query is null ? "" : $"?code={query}")}", header)).Status);
        Assert.Equal(401, (await SendAsync(app, "GET", "/api/guarded/7", "other's own")).Status);       // a function's key is its own alone
    }

    [Theory]
    [InlineData("AzureWebJobs.Switched.Disabled", "true", "", 404)]
    [InlineData("AzureWebJobs:Switched:Disabled", "1", "host", 404)]
    [InlineData("AzureWebJobs.Switched.Disabled", "true", "master", 200)]
    [InlineData("AzureWebJobs.Switched.Disabled", "false", "", 200)]
    public async Task Line9_Http_HidesADisabledFunction_FromAllButTheMaster(string setting, string value, string key, int status)
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [(setting, value)]);

        Assert.Equal(status, (await SendAsync(app, "GET", "/api/switched", key)).Status);
    }

    [Theory]
    [InlineData("", "/open", 200)]
    [InlineData("", "/api/open", 404)]
    [InlineData("shop/v1", "/shop/v1/open", 200)]
    public async Task Line9_Http_StandsUnderThePrefixOfHostJson(string prefix, string path, int status)
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [("AzureFunctionsJobHost:extensions:http:routePrefix", prefix)]);

        Assert.Equal(status, (await SendAsync(app, "GET", path)).Status);
    }

    [Fact]
    public async Task Line9_Http_Answers503_UntilTheHostIsReady()
    {
        using var life = new DriverLife();
        var http = new DefaultHttpContext();

        await HttpSite.AnswerInPlaceAsync(http, _ => throw new InvalidOperationException("must not be reached"), life);

        Assert.Equal(503, http.Response.StatusCode);
    }

    [Fact]
    public async Task Line9_Http_GivesUp_After230Seconds_AndTellsTheFunction()
    {
        var clock = new WatchedClock();
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [], builder => builder.Services.AddSingleton(new MachineClock(clock)));
        var answer = SendAsync(app, "GET", "/api/hangs");
        Assert.Equal("begun GET", await app.Diary.NextAsync());
        while (await clock.NextWaitAsync() != TimeSpan.FromSeconds(230))
        {
        }

        clock.Advance(TimeSpan.FromSeconds(229.9));
        Assert.False(answer.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal((504, ""), await answer);
        Assert.Equal("ended", await app.Diary.NextAsync());
    }

    [Fact]
    public async Task Http_TellsTheFunction_WhenTheCallerGoesAway()
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], []);
        using var gone = new CancellationTokenSource();
        var answer = app.Http.GetAsync("/api/hangs", gone.Token);
        await app.Diary.NextAsync();

        await gone.CancelAsync();

        Assert.Equal("ended", await app.Diary.NextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Http_WritesNoKeyIntoTheLog()
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], []);

        await SendAsync(app, "GET", "/api/guarded/7?code=secret-of-mine");
        await SendAsync(app, "GET", "/api/fails?code=secret-of-mine");

        Assert.Contains(app.Log.Lines, line => line.StartsWith("Error 9301: HTTP function Fails failed", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("secret-of-mine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line7_Drain_IsAskedForWithTheMasterKey()
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], []);

        Assert.Equal(401, (await SendAsync(app, "POST", "/admin/host/drain", "host")).Status);
        Assert.Equal(202, (await SendAsync(app, "POST", "/admin/host/drain", "master")).Status);
        Assert.Equal((200, """{"state":"Completed","outstandingInvocations":0}"""), await SendAsync(app, "GET", "/admin/host/drain/status", "master"));
    }

    private static async Task<(int Status, string Body)> SendAsync(DriverApp app, string verb, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-functions-key", key);
        }

        using var answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);

        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
