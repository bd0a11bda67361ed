using System.Net;
using AngleSharp.Html.Dom;
using ShipBy.Domain.Links;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Links;
using ShipBy.Pages.Tests.Access;

namespace ShipBy.Pages.Tests.Links;

/// <summary>Links about a parcel on its way: the same pages and the same promises as those of an order.</summary>
public sealed class ParcelLinkPagesTests
{
    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public async Task WhoeverMerelyLooks_ChangesNothing_AndAnAddressAlonePressesNothing(LinkAction action)
    {
        await using var server = await LinkServer.StartWithParcelAsync();
        using var scanner = server.Open();
        var (before, path) = (await server.RowsAsync(), server.Path(server.ParcelLink(action)));

        Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(path + "?done=1")).StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, (await scanner.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await scanner.PostAsync(path, ("pressed", "1"))).StatusCode);

        Assert.Equal(before, await server.RowsAsync());
    }

    [Theory]
    [InlineData("en", "I am on it", "Parcel not scanned", "Nothing more is said of this limit.", "By link (mail): on it since")]
    [InlineData("ru", "Вижу, занимаюсь", "Посылка не отсканирована", "Об этом сроке больше не напомним.", "По ссылке (mail): занимаюсь с")]
    [InlineData("zh-CN", "已知悉，正在处理", "包裹未揽收", "不再提醒这一时限。", "起正在处理")]
    public async Task TheButton_SaysWhoIsOnIt(string language, string label, string trouble, string effect, string expected)
    {
        await using var server = await LinkServer.StartWithParcelAsync(options => options.Language = language);
        using var seller = server.Open();
        var path = server.Path(server.ParcelLink(LinkAction.Acknowledge));
        var page = await seller.ReadAsync(path);
        Assert.Equal(trouble, page.QuerySelector("p.late")!.TextContent);
        Assert.Contains(effect, Told(page), StringComparison.Ordinal);
        Assert.Contains("+7 800 000-00-00", Told(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await seller.PostAsync(path, LinkServer.Press(page, label))).StatusCode);

        var after = await seller.ReadAsync(path + "?done=1");
        Assert.Contains(expected, Told(after), StringComparison.Ordinal);
        Assert.Empty(after.Forms);
        Assert.NotNull((await FollowedParcel.OfAsync(server.World))!.Care);
    }

    [Fact]
    public async Task WhatIsSettled_IsAskedAboutNoMore_AndThePageSaysSo()
    {
        await using var server = await LinkServer.StartWithParcelAsync();
        using var seller = server.Open();
        var (path, other) = (server.Path(server.ParcelLink(LinkAction.Settle)), server.Path(server.ParcelLink(LinkAction.Acknowledge)));
        var button = LinkServer.Press(await seller.ReadAsync(path), "Settled");
        var late = LinkServer.Press(await seller.ReadAsync(other), "I am on it");

        Assert.Equal(HttpStatusCode.SeeOther, (await seller.PostAsync(path, button)).StatusCode);
        var before = await server.RowsAsync();

        Assert.Contains("Noted. Nobody asks about this parcel any more", Told(await seller.ReadAsync(path + "?done=1")), StringComparison.Ordinal);
        Assert.Contains("has been used; each works once. Nobody asks", Told(await seller.ReadAsync(path)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await seller.PostAsync(path, button)).StatusCode);
        await AssertOverAsync(seller, other, late, "is not followed any more");
        Assert.Null(await FollowedParcel.OfAsync(server.World));
        Assert.Equal(before, await server.RowsAsync());
    }

    [Theory]
    [InlineData(CarrierEventKind.Scanned, "the parcel has moved on", null)]
    [InlineData(CarrierEventKind.Lost, "the parcel has moved on", "Parcel lost")]
    [InlineData(CarrierEventKind.Delivered, "is not followed any more", null)]
    public async Task WhatTheMessageTold_IsSaidToHoldNoMore(CarrierEventKind told, string said, string? nowWrong)
    {
        await using var server = await LinkServer.StartWithParcelAsync();
        using var seller = server.Open();
        var paths = new[] { LinkAction.Acknowledge, LinkAction.Settle }.Select(action => server.Path(server.ParcelLink(action))).ToList();
        var buttons = new List<(string, string)[]> { LinkServer.Press(await seller.ReadAsync(paths[0]), "I am on it"), LinkServer.Press(await seller.ReadAsync(paths[1]), "Settled") };
        await FollowedParcel.TellAsync(server.World, told);
        server.World.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = await server.RowsAsync();

        foreach (var (path, button) in paths.Zip(buttons))
        {
            var page = await AssertOverAsync(seller, path, button, said);
            Assert.Equal(nowWrong, page.QuerySelector(".left")?.TextContent);
        }

        Assert.Equal(before, await server.RowsAsync());
    }

    [Fact]
    public async Task ALinkOfOneParcelAction_DoesNotPressAnother()
    {
        await using var server = await LinkServer.StartWithParcelAsync();
        using var seller = server.Open();
        var button = LinkServer.Press(await seller.ReadAsync(server.Path(server.ParcelLink(LinkAction.Acknowledge))), "I am on it");
        var order = server.ParcelLink(LinkAction.Acknowledge) with { Trouble = null };

        Assert.Equal(HttpStatusCode.BadRequest, (await seller.PostAsync(server.Path(server.ParcelLink(LinkAction.Settle)), button)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await seller.PostAsync(server.Path(order), ("pressed", new LinkSeal(server.World.Options).PressOf(server.Path(order)[7..])), ("time", ""))).StatusCode);
        Assert.Null((await FollowedParcel.OfAsync(server.World))!.Care);
    }

    private static async Task<IHtmlDocument> AssertOverAsync(Browser seller, string path, (string, string)[] button, string said)
    {
        var looked = await seller.ReadAsync(path);
        var pressed = await seller.PostAsync(path, button);

        Assert.Equal(HttpStatusCode.Conflict, pressed.StatusCode);
        Assert.All([looked, await Browser.ParseAsync(pressed)], page =>
        {
            Assert.Contains(said, page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.Forms);
        });
        return looked;
    }

    private static string Told(IHtmlDocument page) =>
        string.Join(' ', page.QuerySelectorAll("h1, h2, p").SelectMany(part => part.TextContent.Replace('\u00A0', ' ').Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
}
