using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShipBy.TestKit.Storage.Faults;

/// <summary>Stands before the emulator's tables and behaves as the service may: throttles, cuts connections, tears pages, and refuses what the service refuses.</summary>
/// <remarks>A request's signature covers its path and not its query, so the paging of a query can be changed on the way.</remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly HttpClient _service;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<StorageFault, int> _met = new();
    private long _requests;
    private int _largestBatch;

    private FaultProxy(Uri service, FaultPlan plan, WebApplication app)
    {
        _service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service };
        _app = app;
        Plan = plan;
    }

    public FaultPlan Plan { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <value>What a 429 asks for. Whole seconds; by default none, so that tests are quick.</value>
    public TimeSpan RetryAfter { get; set; }

    /// <value>Runs once when a request has taken effect and its connection is about to be cut: somebody else is faster than whoever looks for it.</value>
    public Func<Task>? AfterACut { get; set; }

    public long Requests => Interlocked.Read(ref _requests);

    /// <value>Bytes of the largest batch that came by.</value>
    public int LargestBatch => _largestBatch;

    /// <summary>How often a fault was met.</summary>
    public int Met(StorageFault fault) => _met.GetValueOrDefault(fault);

    /// <summary>A connection string that leads through this proxy for tables.</summary>
    public string Through(AzuriteFixture azurite) =>
        azurite.ConnectionString.Replace(azurite.TableEndpoint.Authority, Address.Authority, StringComparison.Ordinal);

    public static async Task<FaultProxy> StartAsync(Uri service, FaultPlan plan)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var proxy = new FaultProxy(service, plan, builder.Build());
        proxy._app.Run(proxy.HandleAsync);
        await proxy._app.StartAsync();

        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _service.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        var isQuery = HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value!.EndsWith("()", StringComparison.Ordinal);
        var fault = Plan.Next(Interlocked.Increment(ref _requests), http.Request.Headers["x-ms-client-request-id"].ToString(), isQuery);
        _met.AddOrUpdate(fault, 1, (_, met) => met + 1);

        if (BrokenBy(http.Request, body) is { } broken)
        {
            await FaultAnswers.BrokenRuleAsync(http.Response, broken);
        }
        else if (isQuery && Paging.Asked(http.Request) is < 1 or > ServiceRules.MostRowsAPage)
        {
            await FaultAnswers.TooManyRowsAsync(http.Response);
        }
        else
        {
            await MeetAsync(fault, http, body);
        }
    }

    private async Task MeetAsync(StorageFault fault, HttpContext http, byte[] body)
    {
        switch (fault)
        {
            case StorageFault.None:
                await PassOnAsync(http, body, mostRows: null);
                break;
            case StorageFault.Busy:
                await FaultAnswers.BusyAsync(http.Response);
                break;
            case StorageFault.TooManyRequests:
                await FaultAnswers.TooManyAsync(http.Response, RetryAfter);
                break;
            case StorageFault.CutBeforeTheEffect:
                http.Abort();
                break;
            case StorageFault.CutAfterTheEffect:
                using (await AskAsync(http.Request, body, Paging.TargetOf(http.Request, mostRows: null)))
                {
                    var (somebody, _) = (AfterACut, AfterACut = null);
                    await (somebody?.Invoke() ?? Task.CompletedTask);
                    http.Abort();
                }

                break;
            case StorageFault.EmptyPage:
                await FaultAnswers.EmptyPageAsync(http.Response, Paging.HoldBack(http.Request));
                break;
            case StorageFault.ShortPage:
                await PassOnAsync(http, body, Paging.ThirdOf(http.Request));
                break;
            default:
                throw new InvalidOperationException($"No step is written for {fault}.");
        }
    }

    private RuleBroken? BrokenBy(HttpRequest request, byte[] body)
    {
        if (!request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return null;
        }

        _largestBatch = Math.Max(_largestBatch, body.Length);
        return ServiceRules.Judge(Encoding.UTF8.GetString(body));
    }

    private async Task PassOnAsync(HttpContext http, byte[] body, int? mostRows)
    {
        using var answer = await AnswerAsync(http.Request, body, Paging.TargetOf(http.Request, mostRows));
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(http.Response.Body);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequest request, byte[] body, string target)
    {
        try
        {
            return await AskAsync(request, body, target);
        }
        catch (HttpRequestException)
        {
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        }
    }

    private Task<HttpResponseMessage> AskAsync(HttpRequest request, byte[] body, string target)
    {
        var asked = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(_service.BaseAddress!, target)) { Content = body.Length > 0 ? new ByteArrayContent(body) : null };
        foreach (var (name, values) in request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Content-Length")))
        {
            _ = asked.Headers.TryAddWithoutValidation(name, values.ToArray()) || asked.Content?.Headers.TryAddWithoutValidation(name, values.ToArray()) is true;
        }

        return _service.SendAsync(asked);
    }
}
