using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ShipBy.Application.FirstUse;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.FirstUse;

/// <summary>Reads what a screen sent.</summary>
internal static class StartForm
{
    /// <value>No key or address is longer; a whole letter in the wrong field is none of them.</value>
    private const int Longest = 500;

    public static IReadOnlyDictionary<StartField, string> Read(IFormCollection form) => Enum.GetValues<StartField>()
        .Where(field => form.ContainsKey(StartPlace.NameOf(field)))
        .Select(field => (Field: field, Text: Plain.OneLine(form[StartPlace.NameOf(field)].ToString()).Trim()))
        .Where(typed => typed.Text.Length <= Longest && IsPossible(typed.Field, typed.Text))
        .ToDictionary(typed => typed.Field, typed => typed.Text);

    /// <summary>What the address of a screen chooses, if it is one of what there is.</summary>
    public static StartDraft Chosen(StartDraft draft, IQueryCollection query) => new[] { StartField.Kind, StartField.Channel }
        .Select(field => (Field: field, Text: query[StartPlace.NameOf(field)].ToString()))
        .Where(choice => choice.Text.Length > 0 && IsPossible(choice.Field, choice.Text))
        .Aggregate(draft, (before, choice) => before.With(choice.Field, choice.Text));

    private static bool IsPossible(StartField field, string text) => field switch
    {
        StartField.Kind => StartInput.Kinds.Contains(text),
        StartField.Channel => StartInput.Channels.Contains(text),
        StartField.Language => Texts.Languages.Contains(text),
        StartField.TimeZone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null,
        StartField.Warehouse => text.Length == 0 || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0),
        _ => true,
    };
}
