using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Where an HTTP function answers.</summary>
internal static class HttpRoute
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    /// <exception cref="HostRefusedException">The route is empty or belongs to the host itself.</exception>
    public static string Of(FunctionEntry entry, string prefix)
    {
        var route = (((HttpTriggerAttribute)entry.Trigger).Route ?? entry.Name).Trim('/');
        if (route.Length == 0 || Reserved.Contains(route.Split('/')[0], StringComparer.OrdinalIgnoreCase))
        {
            throw new HostRefusedException(
                $"Function '{entry.Name}' has the route '{route}'; a route is not empty and does not begin with {string.Join(" or ", Reserved)}.");
        }

        return prefix.Trim('/') is { Length: > 0 } above ? $"/{above}/{route}" : $"/{route}";
    }
}
