using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Preparing;

public class PreparationPolicyTests
{
    private static readonly Instant Now = Sample.Noon;

    [Fact]
    public void AStep_IsDoneOnce_ByWhoDidItFirst_AndMayBeTakenBack()
    {
        var packed = PreparationPolicy.Done(Sample.Order, PreparationStep.Packed, "Anna", Now);

        Assert.Equal(new StepNote(PreparationStep.Packed, "Anna", Now), Assert.Single(packed.Preparation!.Steps));
        Assert.Same(packed, PreparationPolicy.Done(packed, PreparationStep.Packed, "Boris", Now + Duration.FromHours(1)));
        Assert.Empty(PreparationPolicy.Undone(packed, PreparationStep.Packed).Preparation!.Steps);
        Assert.Same(packed, PreparationPolicy.Undone(packed, PreparationStep.Picked));
    }

    [Fact]
    public void EveryStep_StandsInTheJournal()
    {
        var packed = PreparationPolicy.Done(Sample.Order, PreparationStep.Packed, "Anna", Now).NotedSince(Sample.Order, Now);
        var back = PreparationPolicy.Undone(packed, PreparationStep.Packed).NotedSince(packed, Now);
        var printed = PreparationPolicy.Printed(back, Now).NotedSince(back, Now);

        Assert.Equal(
            [(JournalEvent.Prepared, "Packed by Anna"), (JournalEvent.TakenBack, "Packed"), (JournalEvent.Printed, null)],
            printed.Journal.Select(entry => (entry.What, entry.Detail)));
    }

    [Fact]
    public void EntriesAreTicked_UpToABound()
    {
        var ticked = PreparationPolicy.Ticked(PreparationPolicy.Ticked(Sample.Order, "a", true), " a ", true);
        var full = Enumerable.Range(0, PreparationPolicy.MostTicks + 1).Aggregate(Sample.Order, (order, number) => PreparationPolicy.Ticked(order, $"entry {number}", true));

        Assert.Equal(["a"], ticked.Preparation!.Ticked);
        Assert.Empty(PreparationPolicy.Ticked(ticked, "a", false).Preparation!.Ticked);
        Assert.Same(ticked, PreparationPolicy.Ticked(ticked, "b", false));
        Assert.Equal(PreparationPolicy.MostTicks, full.Preparation!.Ticked.Count);
    }

    [Theory]
    [InlineData("  gift  ", "gift")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    public void ANote_IsKeptTrimmed(string written, string? expected) =>
        Assert.Equal(expected, PreparationPolicy.Noted(PreparationPolicy.Noted(Sample.Order, "before"), written).Preparation!.Note);

    [Fact]
    public void ALongText_IsCutBetweenCharacters()
    {
        var note = PreparationPolicy.Noted(Sample.Order, new string('x', PreparationPolicy.LongestText - 1) + "😀").Preparation!.Note!;

        Assert.Equal(PreparationPolicy.LongestText - 1, note.Length);
        Assert.DoesNotContain(note, char.IsSurrogate);
    }
}
