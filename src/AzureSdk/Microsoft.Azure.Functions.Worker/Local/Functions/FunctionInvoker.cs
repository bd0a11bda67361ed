using System.Reflection;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Runs a function once: own scope, new instance of its class, middleware around it.</summary>
internal sealed class FunctionInvoker(IServiceScopeFactory scopes, FunctionPipeline pipeline, HostJson hostJson, MachineClock clock)
{
    private readonly FunctionExecutionDelegate _run = pipeline.Around(CallAsync);
    private int _outstanding;

    /// <value>Runs that have begun and not ended.</value>
    public int Outstanding => _outstanding;

    /// <returns>What the method returned, awaited; null for nothing.</returns>
    public async Task<object?> InvokeAsync(FunctionEntry entry, TriggerEvent happened, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(hostJson.FunctionTimeout, clock.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        Interlocked.Increment(ref _outstanding);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var invocation = new Invocation(entry, happened, scope.ServiceProvider, end.Token);
            if (invocation.HttpContext is { } http)
            {
                http.RequestServices = scope.ServiceProvider;
            }

            await _run(invocation);
            if (invocation.HttpContext is not null)
            {
                await HttpAnswer.WriteAsync(invocation);       // still inside the scope: a result may need its services
            }

            return invocation.Result;
        }
        finally
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }

    private static async Task CallAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Entry.Method;
        var arguments = await ArgumentBinding.BindAsync(invocation);
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, invocation.Entry.Class);

        invocation.Result = await AwaitAsync(method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null));
    }

    private static async Task<object?> AwaitAsync(object? returned)
    {
        var type = returned?.GetType();
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = type.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(returned, null);
        }

        if (returned is ValueTask plain)
        {
            await plain;
            return null;
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;

        // A Task without a result is, underneath, often a Task<VoidTaskResult>, which no caller can see by name.
        var result = task.GetType().GetProperty(nameof(Task<int>.Result));
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? null : result.GetValue(task);
    }
}
