using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Access;

/// <summary>Reads what a browser's form sent, within bounds.</summary>
internal static class DeskForm
{
    private static readonly FormOptions Bounds = new()
    {
        ValueCountLimit = 2_048,        // a batch has a few fields for each of its orders
        KeyLengthLimit = 64,
        // A posting number may be as long as the ledger bears, and grows threefold when encoded.
        ValueLengthLimit = 128 * 1024,
        MemoryBufferThreshold = 256 * 1024,
    };

    /// <returns>No values at all when the body is not a form or breaks its bounds.</returns>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(Bounds, cancel) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;    // Nothing in it can be trusted to be whole; the caller answers as to an empty form.
        }
    }

    /// <returns>One line; null where nothing is written, or more than fits.</returns>
    public static string? TextOf(IFormCollection form, string name, int longest) => Plain.OneLine(form[name].ToString()) is { Length: > 0 } text && text.Length <= longest ? text : null;
}
