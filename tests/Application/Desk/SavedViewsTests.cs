using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Application.Tests.Desk;

public class SavedViewsTests
{
    private readonly SavedViews _views = new(new InMemoryLedger(), new Pools([], []));

    [Fact]
    public async Task AView_IsKeptByItsName_ReplacedAndForgotten()
    {
        Assert.True(await _views.SaveAsync(new SavedView("б/а#?", "due=Day"), default));
        Assert.True(await _views.SaveAsync(new SavedView("a", "product=mug"), default));
        Assert.True(await _views.SaveAsync(new SavedView("a", "product=plate"), default));

        Assert.Equal([new SavedView("a", "product=plate"), new SavedView("б/а#?", "due=Day")], await _views.AllAsync(default));

        Assert.True(await _views.ForgetAsync("a", default));
        Assert.True(await _views.ForgetAsync("a", default));
        Assert.Equal(["б/а#?"], (await _views.AllAsync(default)).Select(view => view.Name));
    }

    [Fact]
    public async Task AView_NamesNoBuyer()
    {
        await _views.SaveAsync(new SavedView("a", "q=Anna&due=Day&buyer=%2B7900"), default);

        Assert.Equal([new SavedView("a", "due=Day")], await _views.AllAsync(default));
    }

    [Fact]
    public async Task ThereAreNotMoreThanCanBeSeen()
    {
        for (var number = 0; number < SavedViews.Most; number++)
        {
            Assert.True(await _views.SaveAsync(new SavedView($"view {number}", "q=a"), default));
        }

        Assert.False(await _views.SaveAsync(new SavedView("one more", "q=a"), default));
        Assert.True(await _views.SaveAsync(new SavedView("view 3", "q=b"), default));
    }
}
