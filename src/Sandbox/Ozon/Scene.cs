using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Ozon;

/// <summary>What is special about a posting, where the run asks for it; see <see cref="SandboxOptions.OzonScenes"/>.</summary>
/// <param name="WantsCountry">It cannot be packed before the country of origin is said.</param>
/// <param name="WantsDeclaration">It cannot be packed before the number of a customs declaration is given, or that there is none.</param>
/// <param name="IsMultibox">Its product comes in several boxes, whose number has to be said.</param>
/// <param name="NamesDate">The seller may name the date of the hand-over, once.</param>
/// <param name="HasOddAddress">Its address has no street.</param>
/// <param name="HasComment">The buyer wrote something.</param>
internal sealed record Scene(bool WantsCountry, bool WantsDeclaration, bool IsMultibox, bool NamesDate, bool HasOddAddress, bool HasComment)
{
    /// <value>Each piece wants its mandatory mark.</value>
    public bool WantsMarks { get; init; }

    /// <value>Each piece wants its IMEI and its weight.</value>
    public bool WantsImeis { get; init; }

    /// <value>Its pieces are to be told of though no list asks for anything, as some ways across borders have it.</value>
    public bool WantsPieces { get; init; }

    /// <value>The buyer wants it cancelled, and the seller may say no.</value>
    public bool AsksToCancel { get; init; }

    public static Scene Of(SandboxOptions options, PlannedOrder plan)
    {
        if (!options.OzonScenes)
        {
            return new Scene(false, false, false, false, false, false);
        }

        var chance = new SeededRandom(options.Seed, "scene " + plan.OrderNumber);
        var need = chance.NextShare();
        return new Scene(need < 0.2, need is >= 0.2 and < 0.3, need is >= 0.3 and < 0.4, plan.IsRfbs && chance.Chance(0.4), chance.Chance(0.2), chance.Chance(0.2))
        {
            WantsMarks = need is >= 0.4 and < 0.5,
            WantsImeis = need is >= 0.5 and < 0.55,
            WantsPieces = need is >= 0.55 and < 0.65,
            AsksToCancel = plan.IsRfbs && chance.Chance(0.2),
        };
    }
}
