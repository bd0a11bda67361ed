using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ShipBy.Application.Desk;

namespace ShipBy.Pages.Today;

/// <summary>A filter as an address of the page writes it.</summary>
internal static class FilterQuery
{
    public static OrderFilter Read(IQueryCollection query) => FilterText.Read(name => query[name].ToString());

    /// <param name="query">Without the question mark.</param>
    public static OrderFilter Read(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return FilterText.Read(name => values.TryGetValue(name, out var value) ? value.ToString() : "");
    }

    /// <returns>Without the question mark; empty for a filter that lets everything through.</returns>
    public static string Write(OrderFilter filter) => QueryString.Create(FilterText.Write(filter)).ToUriComponent().TrimStart('?');
}
