using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Today;

/// <summary>A filter as an address of the desk writes it. What may name a buyer is sealed: addresses are logged on their way.</summary>
public sealed class SearchAddress(IOptions<GuardOptions> options)
{
    private const string Found = "find", Purpose = "search";

    private const char Gap = '\n';

    public OrderFilter Read(IQueryCollection query) => Read(FilterText.Read(name => query[name].ToString()), query[Found]);

    /// <param name="query">Without the question mark.</param>
    public OrderFilter Read(string query) => Read(FilterText.Read(query), QueryHelpers.ParseQuery(query).GetValueOrDefault(Found));

    /// <returns>Without the question mark; empty for a filter that lets everything through.</returns>
    public string Write(OrderFilter filter) => string.Join('&', new[] { FilterText.Write(filter), SealedOf(filter) }.Where(part => part.Length > 0));

    private string SealedOf(OrderFilter filter) => filter is { Text: null, Buyer: null } ? "" : $"{Found}={Sealed.Of(options.Value.DeskKey, Purpose, $"{filter.Text}{Gap}{filter.Buyer}")}";

    private OrderFilter Read(OrderFilter filter, string? found) => Sealed.Open(options.Value.DeskKey, Purpose, found)?.Split(Gap) is [var text, var buyer]
        ? filter with { Text = Some(text), Buyer = Some(buyer) }
        : filter;

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
