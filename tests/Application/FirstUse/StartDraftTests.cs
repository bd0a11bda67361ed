using ShipBy.Application.FirstUse;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.Tests.FirstUse;

public sealed class StartDraftTests
{
    private static readonly StartDraft Whole = Enum.GetValues<StartStep>().Aggregate(
        StartDraft.Empty.With(StartField.ClientId, "1").With(StartField.ApiKey, "k").With(StartField.Warehouse, "5").With(StartField.Contact, "a@b.example").With(StartField.Host, "h").With(StartField.Password, "p"),
        (draft, step) => draft.Left(step)) with { Listing = new ShopListing([], 3) };

    [Theory]
    [InlineData(StartStep.Key, StartField.ApiKey, "k", "")]                          // the same
    [InlineData(StartStep.Key, StartField.ApiKey, "", "")]                           // left empty: the kept one stays
    [InlineData(StartStep.Key, StartField.ApiKey, "other", "Key Shop Stock")]
    [InlineData(StartStep.Key, StartField.Kind, "file", "Key Shop Stock")]
    [InlineData(StartStep.Key, StartField.Contact, "c@d.example", "")]               // not of this screen
    [InlineData(StartStep.Contact, StartField.Password, "", "")]
    [InlineData(StartStep.Contact, StartField.Contact, "c@d.example", "Contact Test")]
    [InlineData(StartStep.Contact, StartField.Channel, "telegram", "Contact Test")]
    [InlineData(StartStep.Shop, StartField.Shop, "tea", "Shop")]
    public void AChange_HasToBeTriedAgain_WithAllThatHangsOnIt(StartStep step, StartField field, string typed, string undone)
    {
        var after = Whole.Take(step, new Dictionary<StartField, string> { [field] = typed });

        Assert.Equal(undone, string.Join(' ', Whole.Done.Except(after.Done).Order()));
        Assert.Equal(undone.StartsWith("Key", StringComparison.Ordinal), after.Listing is null);
        Assert.Equal(typed is "other" ? "other" : "k", after.Of(StartField.ApiKey));
    }

    [Fact]
    public void ASecret_IsNotTakenAway_ByAFieldThatCannotShowIt_AndAnythingElseIs()
    {
        var after = Whole.Take(StartStep.Contact, new Dictionary<StartField, string> { [StartField.Password] = "", [StartField.Host] = "" });

        Assert.Equal(("p", ""), (after.Of(StartField.Password), after.Of(StartField.Host)));
        Assert.Equal([StartField.Host], after.Lacking(StartStep.Contact));
    }

    [Theory]
    [InlineData("", "Language")]
    [InlineData("Language", "Key")]
    [InlineData("Language Key Shop Stock Contact", "Test")]
    [InlineData("Language Key Stock", "Shop")]
    [InlineData("Language Key Shop Stock Contact Test", "End")]
    [InlineData("Language Key Shop Stock Contact Test End", "End")]
    public void Next_IsTheFirstScreenThatWasNotLeft(string done, string next) => Assert.Equal(
        next, done.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(StartDraft.Empty, (draft, step) => draft.Left(Enum.Parse<StartStep>(step))).Next.ToString());
}
