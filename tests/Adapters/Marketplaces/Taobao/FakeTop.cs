using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

/// <summary>A server on a free port that answers as the test says and remembers what it was asked.</summary>
internal sealed class FakeTop : IAsyncDisposable
{
    public const string AppKey = "12345678";
    public const string Secret = "hello-secret";
    public const string Session = "session-secret";

    private readonly WebApplication _app;
    private readonly List<ServiceProvider> _providers = [];

    private FakeTop(WebApplication app) => _app = app;

    /// <value>Every call that arrived, in order.</value>
    public ConcurrentQueue<Call> Calls { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<FakeTop> StartAsync(Func<Call, (int Status, string Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeTop(app);
        app.Run(async context =>
        {
            var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
            var call = new Call(fake.Calls.Count + 1, context.Request.Path + context.Request.QueryString, form);
            fake.Calls.Enqueue(call);
            var (status, body) = answer(call);
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/javascript;charset=utf-8";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        fake.Address = new Uri(app.Urls.First());
        return fake;
    }

    public static Task<FakeTop> StartAsync(Func<Call, string> answer) => StartAsync(call => (200, answer(call)));

    /// <summary>Answers by method; a method that is not named is unknown.</summary>
    public static Task<FakeTop> StartAsync(params (string Method, string Body)[] answers) =>
        StartAsync(call => answers.LastOrDefault(one => one.Method == call.Method).Body ?? Error(22));

    /// <summary>A shop as the app would build it, with pauses a test can afford.</summary>
    public IMarketplace Shop(Dictionary<string, string?>? settings = null, TimeProvider? time = null, ILoggerProvider? logs = null)
    {
        var provider = Build(Address, settings, time, logs);
        _providers.Add(provider);
        return provider.GetRequiredService<IMarketplace>();
    }

    public static ServiceProvider Build(Uri address, Dictionary<string, string?>? settings = null, TimeProvider? time = null, ILoggerProvider? logs = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["tm:Kind"] = "taobao",
            ["tm:AppKey"] = AppKey,
            ["tm:AppSecret"] = Secret,
            ["tm:SessionKey"] = Session,
            ["tm:BaseUrl"] = address.AbsoluteUri,
            ["tm:OfferStock"] = "true",
            ["tm:CallsPerMinute"] = "6000",
            ["tm:RetryPause"] = "00:00:00.001",
            ["tm:BusyPause"] = "00:00:00.002",
        };
        foreach (var (name, value) in settings ?? [])
            all["tm:" + name] = value;

        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
                logging.AddProvider(logs);
        });
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<ICallBudget>(new BottomlessBudget());
        services.AddTaobao(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }

    public static string Error(int code, string? word = null, string? sentence = null) =>
        $$"""{"error_response":{"code":{{code}},"msg":"words of the platform",{{Field("sub_code", word)}}{{Field("sub_msg", sentence)}}"request_id":"4i2s"} }""";

    private static string Field(string name, string? value) => value is null ? "" : $"\"{name}\":\"{value}\",";

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();

        await _app.DisposeAsync();
    }

    /// <param name="Number">1 for the first call.</param>
    internal sealed record Call(int Number, string Path, IReadOnlyDictionary<string, string> Form)
    {
        public string Method => Form.GetValueOrDefault("method", "");

        public string? this[string name] => Form.GetValueOrDefault(name);
    }

    private sealed class BottomlessBudget : ICallBudget
    {
        public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel) => new(new CallGrant(calls, TimeSpan.FromDays(1)));
    }
}
