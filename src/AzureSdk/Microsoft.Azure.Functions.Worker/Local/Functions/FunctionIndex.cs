using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Finds the functions of an app.</summary>
internal static class FunctionIndex
{
    /// <exception cref="HostRefusedException">
    /// A function has no trigger or several, two share a name, or a retry policy stands where none is honoured.
    /// </exception>
    public static IReadOnlyList<FunctionEntry> Read(IEnumerable<Type> classes)
    {
        var entries = classes
            .Where(type => type is { IsClass: true, IsVisible: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null)
            .Select(found => Entry(found.Function!.Name, found.Method))
            .ToList();

        if (entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new HostRefusedException(
                $"Two functions are named '{twice.Key}': {string.Join(" and ", twice.Select(entry => entry.EntryPoint))}.");
        }

        return entries.Find(entry => entry is { Retry: not null, Trigger: not TimerTriggerAttribute }) is { } stray
            ? throw new HostRefusedException($"Function '{stray.Name}' has a retry policy; only timers have one. A queue counts by itself.")
            : entries;
    }

    private static FunctionEntry Entry(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(found => found.Trigger is not null)
            .ToList();

        return triggers is [var (parameter, trigger)]
            ? new FunctionEntry(name, method, parameter, trigger!)
            : throw new HostRefusedException($"Function '{name}' has {triggers.Count} triggers; it needs exactly one.");
    }
}
