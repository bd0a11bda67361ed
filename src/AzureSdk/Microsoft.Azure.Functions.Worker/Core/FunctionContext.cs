namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of one function.</summary>
public abstract class FunctionContext
{
    public abstract string InvocationId { get; }

    public abstract BindingContext BindingContext { get; }

    public abstract RetryContext RetryContext { get; }

    /// <value>A scope that lives as long as this run.</value>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    public virtual CancellationToken CancellationToken => CancellationToken.None;
}

public abstract class FunctionDefinition
{
    public abstract string Name { get; }

    public abstract string EntryPoint { get; }
}

/// <summary>What the trigger says about the event, by name: route values, a message's id and count, ...</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
