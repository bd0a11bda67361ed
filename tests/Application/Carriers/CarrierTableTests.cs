using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Application.Importing;
using ShipBy.Application.Preparing;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Carriers;

public class CarrierTableTests
{
    private readonly World _world = new();

    private CarrierTable Table => _world.Of<CarrierTable>();

    [Fact]
    public async Task ARow_IsAddedChangedAndRemoved_InTheOrderOfNames()
    {
        var (b, a) = (Row("b"), Row("A"));
        Assert.Equal(TableChange.Done, await Table.SaveAsync(b, isNew: true, default));
        Assert.Equal(TableChange.Done, await Table.SaveAsync(a, isNew: true, default));
        Assert.Equal(TableChange.Done, await Table.SaveAsync(b with { Name = "c" }, isNew: false, default));

        Assert.Equal(["A", "c"], (await Table.AllAsync(default)).Select(row => row.Name));

        Assert.Equal(TableChange.Done, await Table.RemoveAsync(a.Id, default));
        Assert.Equal(TableChange.Done, await Table.RemoveAsync(a.Id, default));
        Assert.Equal(TableChange.Gone, await Table.SaveAsync(a, isNew: false, default));
        Assert.Equal(["c"], (await Table.AllAsync(default)).Select(row => row.Name));
    }

    [Fact]
    public async Task RowsSavedAtTheSameMoment_AreAllThere()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => Table.SaveAsync(Row($"row {number}"), isNew: true, default))));

        Assert.All(changes, change => Assert.Equal(TableChange.Done, change));
        Assert.Equal(4, (await Table.AllAsync(default)).Count);
    }

    [Fact]
    public async Task ThereAreNotMoreRowsThanOneReadBrings()
    {
        await _world.Of<ImportCarrierTable>().RunAsync([.. Enumerable.Range(0, CarrierTable.Most).Select(number => new GivenTariff(number, Row($"row {number:000}")))], default);

        Assert.Equal(TableChange.TooLarge, await Table.SaveAsync(Row("one more"), isNew: true, default));
        Assert.Equal(CarrierTable.Most, (await Table.AllAsync(default)).Count);
    }

    [Fact]
    public async Task ATableThatNoRowHolds_IsRefused_BeforeTheStoreDoes()
    {
        var heavy = Row("a") with { Places = [.. Enumerable.Range(0, 60).Select(number => $"{number}{new string('ж', 90)}")] };
        for (var number = 0; number < 20; number++)
        {
            if (await Table.SaveAsync(heavy with { Id = Guid.NewGuid() }, isNew: true, default) == TableChange.TooLarge)
            {
                Assert.InRange(number, 5, 19);
                return;
            }
        }

        Assert.Fail("It grew beyond what a row holds.");
    }

    [Fact]
    public async Task AnImport_AddsAndChanges_TakesNothingAway_AndTwiceIsOnce()
    {
        var kept = Row("kept") with { Contact = "a@b.example" };
        var changed = Row("changed") with { UpTo = 500 };
        await Table.SaveAsync(kept, isNew: true, default);
        await Table.SaveAsync(changed, isNew: true, default);
        GivenTariff[] file = [new(2, Row("CHANGED") with { UpTo = 500, Days = 3 }), new(3, Row("changed") with { UpTo = 1000 }), new(4, Row("kept") with { Contact = "a@b.example" })];
        var import = _world.Of<ImportCarrierTable>();

        var plan = await import.PlanAsync(file, default);
        Assert.Equal(2, (await Table.AllAsync(default)).Count);
        var done = await import.RunAsync(file, default);
        var again = await import.RunAsync(file, default);

        Assert.Equal([TariffFate.Changed, TariffFate.New, TariffFate.Unchanged], plan.Rows.Select(row => row.Fate));
        Assert.Equal(plan.Rows.Select(row => row.Fate), done.Rows.Select(row => row.Fate));
        Assert.All(again.Rows, row => Assert.Equal(TariffFate.Unchanged, row.Fate));
        Assert.Equal((ImportEnd.Whole, false), (done.End, done.IsTooLarge));
        var table = await Table.AllAsync(default);
        Assert.Equal(3, table.Count);
        Assert.Equal(3, table.Single(row => row.Id == changed.Id).Days);
    }

    [Fact]
    public async Task AnOrdersSheet_HasItsProposal_WhileItIsOpen()
    {
        await Table.SaveAsync(Row("СДЭК") with { Places = ["Казань"] }, isNew: true, default);
        _world.Marketplace.Show(Sample.Posting with { Recipient = new Recipient { City = "Казань" } });
        await _world.RoundAsync();

        var sheet = await _world.Of<LookAtOrder>().RunAsync(Sample.Posting.Key, default);
        Assert.Equal((CarrierReason.OnlyOneThere, "СДЭК"), (sheet!.Carrier!.Reason, sheet.Carrier.Word));

        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering", Carrier = "СДЭК" });
        await _world.PassAsync(Duration.FromMinutes(5));
        Assert.Null((await _world.Of<LookAtOrder>().RunAsync(Sample.Posting.Key, default))!.Carrier);
        var seen = Assert.Single((await _world.Of<LookAtCarriers>().RunAsync(default)).Tariffs);
        Assert.Equal(new OnTimeRecord(1, 0), seen.Record);
    }

    [Fact]
    public async Task ShutdownsAhead_AreThoseThatAreNotOver()
    {
        var day = (await _world.Of<LookAtCarriers>().RunAsync(default)).Today;
        var row = new SeenTariff(Row("a") with { Shutdowns = [new Shutdown(day.PlusDays(-3), day.PlusDays(-1)), new Shutdown(day.PlusDays(-3), day), new Shutdown(day.PlusDays(1), day.PlusDays(1))] }, new OnTimeRecord(0, 0));

        Assert.Equal([day, day.PlusDays(1)], row.ShutdownsAhead(day).Select(shut => shut.To));
    }

    private static CarrierTariff Row(string name) => new() { Id = Guid.NewGuid(), Name = name };
}
