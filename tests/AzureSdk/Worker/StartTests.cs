using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;

namespace ShipBy.AzureSdk.Tests.Worker;

public class StartTests
{
    [Theory]
    [InlineData(typeof(RefusedFunctions.EmptyRoute), "'Empty' has the route ''")]
    [InlineData(typeof(RefusedFunctions.AdminRoute), "'AdminPage' has the route 'Admin/orders'")]
    [InlineData(typeof(RefusedFunctions.RuntimeRoute), "'RuntimePage' has the route 'runtime'")]
    [InlineData(typeof(RefusedFunctions.SameName), "Two functions are named 'Twin'")]
    [InlineData(typeof(RefusedFunctions.BadSchedule), "'Never' has the schedule 'every now and then'")]
    [InlineData(typeof(RefusedFunctions.MissingSetting), "'Lost' needs the setting 'NoSuchSchedule'")]
    [InlineData(typeof(RefusedFunctions.BadQueueName), "'Misnamed' has the queue 'orders--today'")]
    [InlineData(typeof(RefusedFunctions.RetriedMessage), "'Retried' has a retry policy; only timers have one")]
    [InlineData(typeof(RefusedFunctions.BadRetry), "the interval 'at once'")]
    [InlineData(typeof(RefusedFunctions.NoTrigger), "'Idle' has 0 triggers")]
    [InlineData(typeof(RefusedFunctions.NoStorage), "The setting 'NoSuchStorage' is missing")]
    public async Task Start_IsRefused_AndTheAppEnds(Type functions, string reason)
    {
        await using var app = DriverApp.Build([functions], []);

        await app.RunAsync();       // ends by itself

        Assert.Contains(reason, app.Log.Refusal, StringComparison.Ordinal);
        Assert.Equal(1, TakeExitCode());
    }

    [Theory]
    [InlineData("AzureFunctionsJobHost:extensions:queues:batchSize", "33", "extensions.queues.batchSize is '33'; it must be a whole number from 1 to 32")]
    [InlineData("AzureFunctionsJobHost:extensions:queues:maxPollingInterval", "00:00:00.09", "at least 00:00:00.1")]
    [InlineData("AzureFunctionsJobHost:functionTimeout", "soon", "functionTimeout is 'soon'")]
    [InlineData("WEBSITE_SITE_NAME", "shop", "publish with -p:AzureSdk=official")]
    [InlineData("FUNCTIONS_HTTP_PORT", "http", "FUNCTIONS_HTTP_PORT")]
    public async Task Start_IsRefused_ForAValueOutOfItsBounds(string setting, string value, string reason)
    {
        await using var app = DriverApp.Build([typeof(HttpFunctions)], [(setting, value)]);

        await app.RunAsync();

        Assert.Contains(reason, app.Log.Refusal, StringComparison.Ordinal);
        Assert.Equal(1, TakeExitCode());
    }

    [Fact]
    public async Task Start_IsRefused_WhenThePortIsTaken()
    {
        await using var first = await DriverApp.StartAsync([typeof(HttpFunctions)], []);
        await using var second = DriverApp.Build(
            [typeof(HttpFunctions)], [("FUNCTIONS_HTTP_PORT", $"{first.Http.BaseAddress!.Port}")]);

        await second.RunAsync();

        Assert.Contains("address already in use", second.Log.Refusal, StringComparison.Ordinal);
        Assert.Equal(1, TakeExitCode());
    }

    [Fact]
    public async Task Start_WritesItsAddress_ToTheFileALauncherNames()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [("FUNCTIONS_ADDRESS_FILE", file)]);

        Assert.Equal(app.Http.BaseAddress, new Uri(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        Assert.Single(app.Log.Lines, line => line.EndsWith($"Now listening on: {app.Http.BaseAddress!.OriginalString}", StringComparison.Ordinal));
        File.Delete(file);
    }

    [Fact]
    public async Task Start_KeepsTheAppsOwnServicesAndMiddleware()
    {
        await using var app = await DriverApp.StartAsync([typeof(HttpFunctions)], [], builder =>
        {
            builder.Use(next => async context =>
            {
                await next(context);
                context.InstanceServices.GetRequiredService<Diary>().Write($"after {context.FunctionDefinition.Name}");
            });
            builder.UseMiddleware<Before>();
        });

        await app.Http.GetStringAsync("/api/open", TestContext.Current.CancellationToken);

        Assert.Equal(["before /api/open", "after Open"], await app.Diary.NextAsync(2));
    }

    [Fact]
    public async Task AListenerThatDies_EndsTheApp_AndSaysWhose()
    {
        await using var app = DriverApp.Build(
            [typeof(EverySecond)],
            [("FUNCTIONS_TIMER_LEASE", "off")],
            builder => builder.Services.AddSingleton<TimeProvider>(new ClockWithoutTimers()));

        await app.RunAsync();       // ends by itself

        Assert.Contains(app.Log.Lines, line => line.StartsWith("Critical 9005: The host ends: EverySecond", StringComparison.Ordinal));
        Assert.Equal(1, TakeExitCode());
    }

    [Fact]
    public void HostJson_IsOverridden_ByTheEnvironmentsNames()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AzureFunctionsJobHost:extensions:queues:batchSize", "4"),
            new("AzureFunctionsJobHost:extensions:queues:messageEncoding", "none"),
            new("AzureFunctionsJobHost:functionTimeout", "-1"),
        ]).Build();

        var read = HostJson.Read(TestKit.RepositoryRoot.Folder, settings, development: true);

        Assert.Equal((4, 8, false), (read.Queues.BatchSize, read.Queues.NewBatchThreshold, read.Queues.Base64));      // 8 stands in the file
        Assert.Equal((TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan), (read.Queues.MaxPollingInterval, read.FunctionTimeout));
    }

    /// <summary>Reads the code the process would end with, and takes it back: this process is the tests'.</summary>
    private static int TakeExitCode()
    {
        var code = Environment.ExitCode;
        Environment.ExitCode = 0;

        return code;
    }

    private sealed class ClockWithoutTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new InvalidOperationException("no timers here");
    }

    private sealed class Before(Diary diary) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            diary.Write($"before {context.GetHttpContext()!.Request.Path}");

            return next(context);
        }
    }
}
