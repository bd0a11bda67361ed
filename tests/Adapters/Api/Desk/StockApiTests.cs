using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Api.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Adapters.Tests.Api.Desk;

/// <summary>The stockroom's calls over HTTP, with the real use cases on a ledger.</summary>
public sealed class StockApiTests : IAsyncLifetime
{
    private const string AnId = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

    private static readonly string[] Products = ["A", "B", "C"];

    private readonly World _world = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. Products.Select(sku => new RowChange.Insert(new StockRow(new StockItem(Sku.Parse(sku), 10, 2))))]), default);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddTransient<IApiArea, StockApi>().AddTransient<IApiArea, CountsApi>().AddTransient<IApiArea, PurchasesApi>().AddTransient<ApiDoor>()
            .AddSingleton(_world.Of<Application.Marketplaces.Pools>()).AddStockroom(_world);
        _app = builder.Build();
        _app.MapMethods("/{*path}", ["GET", "POST"], (HttpRequest request, string? path, ApiDoor door) => door.AnswerAsync(request, path, request.HttpContext.RequestAborted));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task TheShelf_ComesPageByPage()
    {
        await PostAsync("stock/product", new { sku = "B", is_packaging = true, safety_stock = 9 });

        var first = await GetAsync("stock?limit=2");
        var last = await GetAsync($"stock?limit=2&after={first.GetProperty("next").GetString()}");

        Assert.Equal(["A", "B"], SkusOf(first));
        Assert.Equal(["C"], SkusOf(last));
        Assert.Equal((3, false), (last.GetProperty("found").GetInt32(), last.TryGetProperty("next", out _)));
        Assert.Equal((10, 2, 8), (first.GetProperty("lines")[0].GetProperty("on_hand").GetInt32(), first.GetProperty("lines")[0].GetProperty("held").GetInt32(), first.GetProperty("lines")[0].GetProperty("free").GetInt32()));
        Assert.Equal(["B"], SkusOf(await GetAsync("stock?packaging=true")));
        Assert.Equal(["B"], SkusOf(await GetAsync("stock?low=true")));
        Assert.Equal(["C"], SkusOf(await GetAsync("stock?q=c")));
    }

    [Fact]
    public async Task ACard_ChangesByTheFieldsThatAreSent_AndByNoOthers()
    {
        await PostAsync("stock/product", new { sku = "A", name = "Кружка", zone = "Б-1", weight_g = 350, lead_days = "14", bar_code = "460" });
        var changed = await PostAsync("stock/product", new { sku = "A", zone = "", weight_g = (int?)null, supplier = "Kiln", packaging = "BOX-S", per_package = 2 });

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(
            """{"name":"Кружка","packaging":"BOX-S","per_package":2,"bar_code":"460","safety_stock":0,"lead_days":14,"supplier":"Kiln","is_packaging":false}""",
            (await GetAsync("stock/product?sku=A")).GetProperty("card").GetRawText());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("stock/product", new { sku = "B", bar_code = "460" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("stock/product?sku=Z", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task ACount_IsNotedComparedAndConfirmed_Once()
    {
        var count = new { id = Guid.NewGuid(), by = "Anna", lines = new object[] { new { code = "A", units = 7 }, new { code = "A", units = 1 }, new { code = "B", units = "10" } } };

        var noted = await ReadAsync(await PostAsync("stock/counts/note", count));
        Assert.Equal((10, 8, -2, "waiting", "taken"), Line(noted, 0));
        Assert.Equal(10, (await _world.StockAsync(Sku.Parse("A"))).OnHand);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var confirmed = await ReadAsync(await PostAsync("stock/counts/confirm", new { count.id, by = "Boris" }));
            Assert.Equal(("Boris", "taken"), (confirmed.GetProperty("count").GetProperty("closed_by").GetString(), confirmed.GetProperty("lines")[0].GetProperty("state").GetString()));
        }

        Assert.Equal(new StockItem(Sku.Parse("A"), 8, 2), await _world.StockAsync(Sku.Parse("A")));
        Assert.Equal(1, (await GetAsync("stock/counts")).GetProperty("counts")[0].GetProperty("differences").GetInt32());
        var other = new { id = Guid.NewGuid(), lines = new[] { new { code = "C", units = 0 } } };
        await PostAsync("stock/counts/note", other);
        Assert.Equal("dropped", (await ReadAsync(await PostAsync("stock/counts/drop", new { other.id }))).GetProperty("lines")[0].GetProperty("state").GetString());
        Assert.Equal(10, (await _world.StockAsync(Sku.Parse("C"))).OnHand);
    }

    [Fact]
    public async Task APurchase_ComesInByParts_EachDeliveryOnce()
    {
        var purchase = new { id = Guid.NewGuid(), number = "Z-7", supplier = "Kiln", expected = "2026-03-20", lines = new[] { new { code = "A", units = 5 }, new { code = "NEW-1", units = 3 } } };
        var part = new { purchase.id, delivery = Guid.NewGuid(), lines = new[] { new { code = "A", units = 2 } } };

        await PostAsync("stock/purchases/order", purchase);
        Assert.Equal(5, (await GetAsync("stock/product?sku=A")).GetProperty("incoming").GetInt32());
        await PostAsync("stock/purchases/receive", part);
        var twice = await ReadAsync(await PostAsync("stock/purchases/receive", part));
        Assert.Equal((2, 3), (twice.GetProperty("lines")[0].GetProperty("received").GetInt32(), twice.GetProperty("lines")[0].GetProperty("outstanding").GetInt32()));
        Assert.Equal(12, (await _world.StockAsync(Sku.Parse("A"))).OnHand);

        await PostAsync("stock/purchases/receive", new { purchase.id, delivery = Guid.NewGuid(), lines = new[] { new { code = "A", units = 3 }, new { code = "NEW-1", units = 3 } } });
        Assert.False((await GetAsync($"stock/purchases/one?id={purchase.id}")).GetProperty("is_open").GetBoolean());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("stock/purchases/receive", part with { delivery = Guid.NewGuid() })).StatusCode);

        await PostAsync("stock/purchases/order", purchase with { id = Guid.NewGuid(), number = "Z-8" });
        var open = (await GetAsync("stock/purchases")).GetProperty("purchases")[0];
        Assert.Equal("Z-8", open.GetProperty("number").GetString());
        Assert.False((await ReadAsync(await PostAsync("stock/purchases/close", new { id = open.GetProperty("id").GetString() }))).GetProperty("is_open").GetBoolean());
    }

    [Fact]
    public async Task ReorderSuggestions_SayOfHowManyDaysTheyKnow()
    {
        var early = await GetAsync("stock/reorder?level=ninety_nine");

        Assert.Equal(("ninety_nine", 0, 14, 0), (early.GetProperty("level").GetString(), early.GetProperty("known_days").GetInt32(), early.GetProperty("needed_days").GetInt32(), early.GetProperty("lines").GetArrayLength()));
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync("stock/reorder?level=7", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("stock/product", "{}", HttpStatusCode.BadRequest, "sku")]
    [InlineData("stock/product", """{"sku":"A","pool":"mian"}""", HttpStatusCode.BadRequest, "pool")]
    [InlineData("stock/product", """{"sku":"A","weight_g":0}""", HttpStatusCode.BadRequest, "weight_g")]
    [InlineData("stock/product", """{"sku":"A","weight_g":1000001}""", HttpStatusCode.BadRequest, "weight_g")]
    [InlineData("stock/product", """{"sku":"A","name":["a"]}""", HttpStatusCode.BadRequest, "name")]
    [InlineData("stock/product", """{"sku":"A","is_packaging":true,"packaging":"BOX"}""", HttpStatusCode.BadRequest, "packaging")]
    [InlineData("stock/product", """{"sku":"A","bar_code":"B"}""", HttpStatusCode.Conflict, "bar_code")]
    [InlineData("stock/counts/note", """{"lines":[{"code":"A","units":1}]}""", HttpStatusCode.BadRequest, "id")]
    [InlineData("stock/counts/note", "{\"id\":\"" + AnId + "\",\"lines\":[]}", HttpStatusCode.BadRequest, "lines")]
    [InlineData("stock/counts/note", "{\"id\":\"" + AnId + "\",\"lines\":[{\"code\":\"Z\",\"units\":1}]}", HttpStatusCode.BadRequest, "lines[0].code")]
    [InlineData("stock/counts/note", "{\"id\":\"" + AnId + "\",\"lines\":[{\"code\":\"A\",\"units\":-1}]}", HttpStatusCode.BadRequest, "lines[0].units")]
    [InlineData("stock/counts/confirm", "{\"id\":\"" + AnId + "\"}", HttpStatusCode.NotFound, "count")]
    [InlineData("stock/purchases/order", "{\"id\":\"" + AnId + "\",\"number\":\"1\"}", HttpStatusCode.BadRequest, "supplier")]
    [InlineData("stock/purchases/order", "{\"id\":\"" + AnId + "\",\"number\":\"1\",\"supplier\":\"s\",\"expected\":\"soon\"}", HttpStatusCode.BadRequest, "expected")]
    [InlineData("stock/purchases/order", "{\"id\":\"" + AnId + "\",\"number\":\"1\",\"supplier\":\"s\",\"lines\":[{\"code\":\"A\",\"units\":0}]}", HttpStatusCode.BadRequest, "lines[0].units")]
    [InlineData("stock/purchases/receive", "{\"id\":\"" + AnId + "\"}", HttpStatusCode.BadRequest, "delivery")]
    [InlineData("stock/purchases/receive", "{\"id\":\"" + AnId + "\",\"delivery\":\"" + AnId + "\"}", HttpStatusCode.NotFound, "purchase")]
    [InlineData("stock/purchases/close", "{\"id\":\"" + AnId + "\"}", HttpStatusCode.NotFound, "purchase")]
    public async Task WhatCannotBeRead_IsSaidByItsField_AndChangesNothing(string path, string body, HttpStatusCode expected, string said)
    {
        var answer = await _http.PostAsync(path, new StringContent(body), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(said, (await ReadAsync(answer)).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Cards, 10, default));
        Assert.Empty(await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Counts, 10, default));
        Assert.Empty(await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Purchases, 10, default));
    }

    private static (int, int, int, string?, string?) Line(JsonElement count, int index)
    {
        var line = count.GetProperty("lines")[index];
        return (line.GetProperty("before").GetInt32(), line.GetProperty("counted").GetInt32(), line.GetProperty("difference").GetInt32(), line.GetProperty("state").GetString(), line.GetProperty("would_be").GetString());
    }

    private static IEnumerable<string?> SkusOf(JsonElement shelf) => shelf.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("sku").GetString());

    private async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PostAsync(string path, object fields) => _http.PostAsJsonAsync(path, fields, TestContext.Current.CancellationToken);

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}

/// <summary>The stockroom's use cases of a world.</summary>
internal static class StockroomOfAWorld
{
    public static IServiceCollection AddStockroom(this IServiceCollection services, World world) => services
        .AddSingleton(world.Of<LookAtStock>()).AddSingleton(world.Of<ChangeCard>()).AddSingleton(world.Of<SuggestReorders>()).AddSingleton(world.Of<TakeStock>()).AddSingleton(world.Of<Purchases>())
        .AddSingleton<TimeProvider>(world.Clock);
}
