using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>An account with the warehouses 1 and 2, each a shop of its own, and a third that nobody named.</summary>
public sealed class OzonTerritoryTests
{
    [Theory]
    [InlineData(1L, "first")]
    [InlineData(2L, "second")]
    [InlineData(3L, "first")]       // better on the wrong shelf than forgotten
    [InlineData(null, "first")]
    public void APosting_IsOneShops(long? warehouse, string owner)
    {
        var parts = OzonTerritory.Part([Of("4711", 1), Of("4711", 2)]);

        Assert.Equal([owner == "first", owner == "second"], parts.Select(part => part.Owns(From(warehouse))));
    }

    [Fact]
    public void AnAccountOfOneShop_IsWhole_WhateverItsWarehouse()
    {
        var parts = OzonTerritory.Part([Of("4711", 1), Of("4712", null)]);

        Assert.All(parts, part => Assert.True(part.Owns(From(9)) && part.IsHome));
    }

    [Fact]
    public async Task PagesHoldTheShopsOwn_AndWhatNobodyCouldRead_IsToldOnce()
    {
        var parts = OzonTerritory.Part([Of("4711", 1), Of("4711", 2)]);
        var page = new PostingPage([From(1), From(2), From(3)], [new UnreadablePosting(null, "no number")]);

        var read = await Task.WhenAll(parts.Select(async part => (await part.OursOf(Pages(page)).ToListAsync()).Single()));

        Assert.Equal([[1L, 3L], [2L]], read.Select(one => one.Postings.Select(posting => posting.Warehouse!.Value)));
        Assert.Equal([1, 0], read.Select(one => one.Unreadable.Count));
    }

    [Theory]
    [InlineData("1", null, "Shops__b__Warehouse is missing: several shops name the account of its ClientId")]
    [InlineData("1", "1", "Shops__b__Warehouse is that of a already")]
    public void ShopsOfOneAccount_NameTheirWarehouses(string first, string? second, string flaw)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var (name, warehouse) in new[] { ("a", first), ("b", second) })
        {
            (settings[$"{name}:Kind"], settings[$"{name}:ClientId"], settings[$"{name}:ApiKey"], settings[$"{name}:Warehouse"]) = ("ozon", "1", "k", warehouse);
        }

        var thrown = Assert.Throws<ValidationException>(() => OzonSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), DateTimeZone.Utc));

        Assert.StartsWith(flaw, thrown.Message, StringComparison.Ordinal);
    }

    private static OzonOptions Of(string account, long? warehouse) => new() { ClientId = account, ApiKey = "k", Warehouse = warehouse };

    private static Posting From(long? warehouse) =>
        new() { Key = new OrderKey("main", $"{warehouse}"), Status = PostingStatus.AwaitingPackaging, RawStatus = "awaiting_packaging", Lines = [], Warehouse = warehouse };

    private static async IAsyncEnumerable<PostingPage> Pages(PostingPage page)
    {
        await Task.CompletedTask;
        yield return page;
    }
}
