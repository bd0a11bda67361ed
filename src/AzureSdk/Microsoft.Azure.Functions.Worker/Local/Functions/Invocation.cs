using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>What happened: the trigger's own value, and what it says by name.</summary>
internal sealed record TriggerEvent(object Value, IReadOnlyDictionary<string, object?> Data, int RetryCount = 0, int MaxRetryCount = 0)
{
    public static readonly IReadOnlyDictionary<string, object?> NoData = new Dictionary<string, object?>();
}

internal sealed class Invocation(FunctionEntry entry, TriggerEvent happened, IServiceProvider services, CancellationToken cancel)
    : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override BindingContext BindingContext { get; } = new Binding(happened.Data);

    public override RetryContext RetryContext { get; } = new Retry(happened.RetryCount, happened.MaxRetryCount);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new Definition(entry.Name, entry.EntryPoint);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancel;

    public FunctionEntry Entry => entry;

    public object TriggerValue => happened.Value;

    public HttpContext? HttpContext => happened.Value as HttpContext;

    public object? Result { get; set; }

    private sealed class Binding(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Retry(int count, int max) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => max;
    }

    private sealed class Definition(string name, string entryPoint) : FunctionDefinition
    {
        public override string Name => name;

        public override string EntryPoint => entryPoint;
    }
}
