using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

/// <summary>What a test has the scripted timers do.</summary>
public sealed class TimerScript
{
    public Func<TimerInfo, FunctionContext, Task> Run { get; set; } = (_, _) => Task.CompletedTask;
}

public sealed class Scripted(TimerScript script)
{
    [Function("Plain")]
    public Task Plain([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context) => script.Run(timer, context);

    [Function("AtStartup")]
    public Task AtStartup([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer, FunctionContext context) => script.Run(timer, context);

    [Function("Fixed")]
    [FixedDelayRetry(2, "00:00:05")]
    public Task Fixed([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context) => script.Run(timer, context);

    [Function("Growing")]
    [ExponentialBackoffRetry(4, "00:00:10", "00:01:00")]
    public Task Growing([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context) => script.Run(timer, context);
}
