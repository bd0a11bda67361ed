using System.Collections.Immutable;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.FirstUse;

/// <summary>What somebody has typed on the way from an empty desk to the first real warning. A value, secrets included: it is kept sealed, and its text says nothing.</summary>
public sealed record StartDraft
{
    public static StartDraft Empty { get; } = new();

    /// <value>As typed; what was never typed is missing.</value>
    public ImmutableDictionary<StartField, string> Values { get; init; } = ImmutableDictionary<StartField, string>.Empty;

    /// <value>Screens that were left forwards.</value>
    public ImmutableHashSet<StartStep> Done { get; init; } = [];

    /// <value>What the marketplace listed when the key was tried; null where it was not asked, or does not tell.</value>
    public ShopListing? Listing { get; init; }

    /// <value>How many products were counted in; null: nobody counted.</value>
    public int? Counted { get; init; }

    public string Kind => Of(StartField.Kind) is { Length: > 0 } kind ? kind : StartInput.Ozon;

    public string Channel => Of(StartField.Channel) is { Length: > 0 } channel ? channel : StartInput.Mail;

    /// <value>The first screen that is still to be left forwards; the last one at the latest.</value>
    public StartStep Next => Enum.GetValues<StartStep>().First(step => step == StartStep.End || !Done.Contains(step));

    /// <returns>Empty where nothing was typed.</returns>
    public string Of(StartField field) => Values.GetValueOrDefault(field, "");

    public bool Has(StartField field) => Of(field).Length > 0;

    public StartDraft With(StartField field, string value) => this with { Values = value.Length == 0 ? Values.Remove(field) : Values.SetItem(field, value) };

    /// <summary>The draft with what a screen sent.</summary>
    /// <param name="typed">A secret that is left empty stays what it was: it is not shown, so that nobody can send it back.</param>
    /// <remarks>What was tried with other values has to be tried again.</remarks>
    public StartDraft Take(StartStep step, IReadOnlyDictionary<StartField, string> typed)
    {
        var chosen = new[] { StartField.Kind, StartField.Channel }.Where(typed.ContainsKey).Aggregate(this, (draft, field) => draft.With(field, typed[field]));
        var after = StartInput.Of(step, chosen).Where(input => typed.ContainsKey(input.Field))
            .Where(input => !input.IsSecret || typed[input.Field].Length > 0)
            .Aggregate(chosen, (draft, input) => draft.With(input.Field, typed[input.Field]));
        return Same(after) ? this : after.Undone(step);
    }

    /// <value>Inputs of a screen that must be filled in and are not.</value>
    public IReadOnlyList<StartField> Lacking(StartStep step) => [.. StartInput.Of(step, this).Where(input => input.IsNeeded && !Has(input.Field)).Select(input => input.Field)];

    public StartDraft Left(StartStep step) => this with { Done = Done.Add(step) };

    public override string ToString() => "(a draft)";

    private bool Same(StartDraft other) => Values.Count == other.Values.Count && Values.All(value => other.Of(value.Key) == value.Value);

    private StartDraft Undone(StartStep step) => step switch
    {
        StartStep.Key => this with { Done = Done.Except([StartStep.Key, StartStep.Shop, StartStep.Stock]), Listing = null, Values = Values.Remove(StartField.Warehouse) },
        StartStep.Contact => this with { Done = Done.Except([StartStep.Contact, StartStep.Test]) },
        _ => this with { Done = Done.Remove(step) },
    };
}
