using ShipBy.Application.FirstUse;
using ShipBy.Pages.Checkup;
using ShipBy.Pages.Frame;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.FirstUse;

/// <summary>One screen of the way in.</summary>
/// <param name="Draft">With the choice of the address in place of the kept one.</param>
/// <param name="Frame">In the language that was chosen on the first screen.</param>
public sealed record StartModel(PageFrame Frame, StartStep Step, StartDraft Draft)
{
    public StartWords Words => Frame.Words.Start;

    /// <value>What went wrong with the last press; null: nothing.</value>
    public string? Notice { get; init; }

    /// <value>More about it, a line each.</value>
    public IReadOnlyList<string> Flaws { get; init; } = [];

    public IReadOnlyList<FindingText> Findings { get; init; } = [];

    /// <value>A count as it was pasted, where it has to be mended.</value>
    public string Pasted { get; init; } = "";

    /// <value>Whether a test has just left.</value>
    public bool IsSent { get; init; }

    /// <value>Whether the seller says that nothing came.</value>
    public bool CameNothing { get; init; }

    public bool MayWrite { get; init; }

    /// <value>Settings to be pasted, secrets included; null where nobody asked.</value>
    public string? Lines { get; init; }

    public bool HasSample { get; init; }

    public int Number => (int)Step + 1;

    public static int Count => Enum.GetValues<StartStep>().Length;

    internal StartStep? Before => Step == StartStep.Language ? null : Step - 1;

    internal IReadOnlyList<StartInput> Inputs => StartInput.Of(Step, Draft);

    /// <summary>What an input shows: never a secret.</summary>
    internal string ValueOf(StartInput input) => input.IsSecret ? "" : input.Field == StartField.Shop && !Draft.Has(StartField.Shop) ? "main" : Draft.Of(input.Field);

    /// <summary>What may be chosen; null where it is typed.</summary>
    internal IReadOnlyList<(string Value, string Says)>? ChoicesOf(StartField field) => field switch
    {
        StartField.Language => [("ru", "Русский"), ("zh-CN", "简体中文"), ("en", "English")],
        StartField.TimeZone => StartZones.With(Draft.Of(StartField.TimeZone)),
        StartField.Warehouse => [("", Words.NoWarehouse), .. (Draft.Listing?.Warehouses ?? []).Select(warehouse => (warehouse.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{warehouse.Name} ({warehouse.Number})"))],
        StartField.Tls => [("", Words.UsualTls), ("implicit", Words.ImplicitTls), ("none", Words.NoTls)],
        _ => null,
    };
}
