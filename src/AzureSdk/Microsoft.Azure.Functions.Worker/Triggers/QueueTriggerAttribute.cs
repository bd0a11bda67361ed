using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <param name="queueName">The queue, or <c>%Setting%</c>.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <value>Name of the setting with the connection string. Null means <c>AzureWebJobsStorage</c>.</value>
    public string? Connection { get; set; }
}
