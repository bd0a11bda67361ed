using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Preparing;

public sealed class PrepareOrderTests
{
    private static readonly Recipient Anna = new() { Name = "Anna", City = "Kazan", Address = "Lenina 1" };

    private readonly World _world = new();

    [Fact]
    public async Task WhatIsDone_StandsInTheOrder_AndSurvivesItsNextReading()
    {
        await TakeInAsync(Posting(1));
        var prepare = _world.Of<PrepareOrder>();

        Assert.True(await prepare.MarkAsync(Key(1), PreparationStep.Packed, "Anna", default));
        Assert.True(await prepare.MarkAsync(Key(1), PreparationStep.Packed, "Boris", default));
        Assert.True(await prepare.NoteAsync(Key(1), "gift", default));
        Assert.True(await prepare.TickAsync(Key(1), ["a", "b"], new HashSet<string> { "b" }, default));
        await TakeInAsync(Posting(1) with { RawStatus = "awaiting_deliver", Status = PostingStatus.AwaitingHandOver });

        var done = (await _world.OrderAsync("P-1")).Preparation!;
        Assert.Equal((PreparationStep.Packed, "Anna"), done.Steps.Select(note => (note.Step, note.By)).Single());
        Assert.Equal(("gift", "b"), (done.Note, done.Ticked.Single()));
    }

    [Fact]
    public async Task WhatIsClosed_CannotBePrepared()
    {
        await TakeInAsync(Posting(1));
        await TakeInAsync(Posting(1) with { Status = PostingStatus.Cancelled });

        Assert.False(await _world.Of<PrepareOrder>().MarkAsync(Key(1), PreparationStep.Packed, "Anna", default));
        Assert.False(await _world.Of<PrepareOrder>().MarkAsync(Key(2), PreparationStep.Packed, "Anna", default));
    }

    [Fact]
    public async Task ASheet_HoldsTheOrderItsChecksAndItsNeighbours()
    {
        await TakeInAsync(Posting(1), Posting(2), Posting(3) with { Recipient = Anna with { City = "Perm" } });
        await _world.Of<Checklists>().SetAsync("shop", " look twice \n\nlook twice\nweigh ", default);

        var sheet = (await _world.Of<LookAtOrder>().RunAsync(Key(1), default))!;

        Assert.Equal(Key(1), sheet.Order.Key);
        Assert.Equal([Key(2)], sheet.SameRecipient);
        Assert.Equal(["look twice", "weigh"], sheet.Checklist!);
        Assert.Equal(CheckVerdict.Passed, sheet.Checks.Single(check => check.Name == CheckName.Stock).Verdict);
        Assert.Null(await _world.Of<LookAtOrder>().RunAsync(Key(9), default));
        Assert.Null(await _world.Of<LookAtOrder>().RunAsync(new OrderKey("another", "P-1"), default));
    }

    [Fact]
    public async Task AnEmptyChecklist_IsTheStandardAgain()
    {
        var checklists = _world.Of<Checklists>();
        await checklists.SetAsync("shop", "weigh", default);
        await checklists.SetAsync("shop", " \n ", default);

        Assert.Null(await checklists.OfAsync("shop", default));
    }

    [Fact]
    public async Task TheHistory_DoesNotKeepWhomItWentTo()
    {
        await TakeInAsync(Posting(1));
        await TakeInAsync(Posting(1) with { Status = PostingStatus.HandedOver, Recipient = Anna });
        Assert.Equal(Anna, (await _world.OrderAsync("P-1")).Recipient);
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);

        Assert.Null(((LedgerRow.OrderRow)(await _world.History.FindAsync(Sample.Pool, RowKey.Order(Key(1)), default))!.Row).Order.Recipient);
    }

    private async Task TakeInAsync(params Posting[] postings)
    {
        _world.Marketplace.Show(postings);
        await _world.RoundAsync();
    }

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    private static Posting Posting(int number) => Sample.Posting with { Key = Key(number), Recipient = Anna };
}
