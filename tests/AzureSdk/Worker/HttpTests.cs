using System.Net;
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

        var answer = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(verb), path), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
