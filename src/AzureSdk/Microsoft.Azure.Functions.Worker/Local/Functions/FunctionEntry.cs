using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>A function as it was found in the app.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public Type Class => Method.DeclaringType!;

    public string EntryPoint => $"{Class.FullName}.{Method.Name}";

    public RetryAttribute? Retry => Method.GetCustomAttribute<RetryAttribute>();
}
