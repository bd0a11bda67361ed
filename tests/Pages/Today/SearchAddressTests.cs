using Microsoft.Extensions.Options;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Tests.Access;
using ShipBy.Pages.Tests.Orders;
using ShipBy.Pages.Today;

namespace ShipBy.Pages.Tests.Today;

public sealed class SearchAddressTests
{
    private static readonly SearchAddress Search = With(Sample.DeskKey);

    public static TheoryData<OrderFilter> Filters =>
    [
        OrderFilter.None,
        new OrderFilter { Shop = "my shop", Due = DueSpan.Day, Printed = false },
        new OrderFilter { Text = "Бойко & Co = 100%" },
        new OrderFilter { Buyer = "+7 900", Number = "P#1", Noted = true },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void AFilter_ComesBackAsItWas_AndNamesNobodyInItsAddress(OrderFilter filter)
    {
        var query = Search.Write(filter);

        Assert.Equal(filter, Search.Read(query));
        Assert.All(new[] { filter.Text, filter.Buyer }.OfType<string>(), word => Assert.DoesNotContain(word.Split(' ')[0], Uri.UnescapeDataString(query), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("find=")]
    [InlineData("find=abc")]
    [InlineData("find=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("find=%FF%00")]
    public void WhatWasNotSealedHere_DoesNotFilter(string query) => Assert.Equal(OrderFilter.None, Search.Read(query));

    [Fact]
    public void AnotherDesksSeal_DoesNotFilter() => Assert.Equal(OrderFilter.None, Search.Read(With("another key of sixteen").Write(new OrderFilter { Text = "Anna" })));

    [Fact]
    public async Task ASearch_LeadsToAnAddressWithoutIt_AndAcknowledgingKeepsIt()
    {
        await using var desk = await WorldDesk.StartAsync();
        desk.World.Marketplace.Show([.. Enumerable.Range(1, 3).Select(number => TestKit.Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), Recipient = new Recipient { Name = number == 2 ? "Boykova" : "Petrov" } })]);
        await desk.World.RoundAsync();
        using var browser = await desk.EnterAsync();

        var found = await browser.PostAsync("/api/desk/find", [.. Browser.FieldsOf((await browser.ReadAsync("/api/today")).Forms.Single(form => form.GetAttribute("action")!.EndsWith("desk/find", StringComparison.Ordinal))).Where(field => field.Name != "q"), ("q", "boyk")]);
        var address = "/api/" + found.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal);
        var page = await browser.ReadAsync(address);
        var tended = await browser.PostAsync("/api/desk/acknowledge", [.. Browser.FieldsOf(page.Forms.Single(form => form.GetAttribute("action")!.EndsWith("desk/acknowledge", StringComparison.Ordinal)))]);

        Assert.DoesNotContain("boyk", address, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("P-2", Assert.Single(page.QuerySelectorAll("article")).GetAttribute("aria-label"));
        Assert.Equal("boyk", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        var back = await browser.ReadAsync("/api/" + tended.Headers.Location!.OriginalString.Replace("../", "", StringComparison.Ordinal).Split('#')[0]);
        Assert.Equal("P-2", Assert.Single(back.QuerySelectorAll("article")).GetAttribute("aria-label"));
    }

    private static SearchAddress With(string key) => new(Options.Create(new GuardOptions { DeskKey = key }));
}
