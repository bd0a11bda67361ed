using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ShipBy.Functions.Tests.Running;

/// <summary>A shop that tells of its orders by itself, and the running app: what is answered as done is in its store.</summary>
public sealed class WebhookTests(RunningApp running) : IClassFixture<RunningApp>, IDisposable
{
    private const string Order = """{"number":"K-31","status":"paid","updated_at":"2026-03-02T11:38:09Z","currency":"EUR","lines":[{"sku":"MUG-OF-NOBODY","quantity":2,"price":"12.50"}]}""";

    private readonly HttpClient _http = new() { BaseAddress = running.App.Address };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task AnOrder_IsThere_OnceItIsAnswered_AndStaysOne()
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Order, FunctionsProcess.WebhookSecret));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Order, FunctionsProcess.WebhookSecret));

        Assert.Single(await OrdersAsync(), order => order.GetProperty("shop").GetString() == "own" && order.GetProperty("order").GetString() == "K-31");
    }

    [Theory]
    [InlineData("own", Order, "another secret, as long", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("own", Order, FunctionsProcess.WebhookSecret, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("own", "{}", FunctionsProcess.WebhookSecret, "application/json", HttpStatusCode.BadRequest)]
    [InlineData("shop", Order, FunctionsProcess.WebhookSecret, "application/json", HttpStatusCode.NotFound)]
    public async Task ABadMessage_IsRefused(string shop, string body, string secret, string type, HttpStatusCode expected)
    {
        Assert.Equal(expected, await SendAsync(body, secret, shop, type));
        Assert.DoesNotContain(FunctionsProcess.WebhookSecret, running.App.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("MUG-OF-NOBODY", running.App.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyThatIsTooLarge_IsRefused_AndCounted()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(Order.PadRight(1024 * 1024 + 1), FunctionsProcess.WebhookSecret));

        var counted = (await ReportAsync()).GetProperty("refused_messages").EnumerateArray();
        Assert.Contains(counted, refused => refused.GetProperty("shop").GetString() == "own" && refused.GetProperty("answer").GetString() == "413" && refused.GetProperty("messages").GetInt64() > 0);
    }

    private async Task<HttpStatusCode> SendAsync(string body, string secret, string shop = "own", string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/webhook/{shop}") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body))));
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<IReadOnlyList<JsonElement>> OrdersAsync() => [.. (await ReportAsync()).GetProperty("orders").EnumerateArray()];

    private async Task<JsonElement> ReportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/report");
        request.Headers.Add("x-functions-key", FunctionsProcess.HostKey);
        using var answer = await _http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
