using System.Globalization;

namespace ShipBy.Pages.Orders;

/// <summary>A person's data as it is shown until somebody asks for it: the first sign of each word, and how long it is nobody can tell.</summary>
internal static class MaskedText
{
    public static string Of(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => StringInfo.GetNextTextElement(word) + "***"));
}
