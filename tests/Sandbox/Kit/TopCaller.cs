using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>Calls the sandbox's Taobao as an app does, on the sandbox's clock.</summary>
internal sealed class TopCaller(TestRun run) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = run.Server.BaseAddress };
    private readonly SandboxOptions _options = run.Server.Run.Options;

    /// <value>How far the caller's clock is off.</value>
    public TimeSpan ClockIsOff { get; set; }

    /// <summary>What stands under the root, which has to be the method's.</summary>
    public async Task<JsonNode> CallAsync(string method, params (string Name, string Value)[] parameters) =>
        (await SendAsync(method, parameters))[method["taobao.".Length..].Replace('.', '_') + "_response"]!;

    /// <summary>The code of a refusal, and its own word where it has one.</summary>
    public async Task<string> RefusalOfAsync(string method, params (string Name, string Value)[] parameters)
    {
        var error = (await SendAsync(method, parameters))["error_response"]!;
        return $"{error["code"]} {error["sub_code"]}".TrimEnd();
    }

    public void Dispose() => _http.Dispose();

    /// <param name="parameters">Their own, or others than usual of the common ones; an empty one is left out.</param>
    private async Task<JsonNode> SendAsync(string method, (string Name, string Value)[] parameters)
    {
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["method"] = method,
            ["app_key"] = _options.TaobaoAppKey,
            ["session"] = _options.TaobaoSession,
            ["timestamp"] = (run.Time.GetUtcNow() + ClockIsOff).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", null),
            ["format"] = "json",
            ["v"] = "2.0",
            ["sign_method"] = "hmac-sha256",
        };
        foreach (var (name, value) in parameters)
        {
            form[name] = value;
        }

        foreach (var name in form.Where(field => field.Value is "").Select(field => field.Key).ToArray())
        {
            form.Remove(name);
        }

        form.TryAdd("sign", Convert.ToHexString(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(_options.TaobaoAppSecret), Encoding.UTF8.GetBytes(string.Concat(form.Where(field => field.Key is not "sign").Select(field => field.Key + field.Value))))));
        using var body = new FormUrlEncodedContent(form);
        using var response = await _http.PostAsync("router/rest", body);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
