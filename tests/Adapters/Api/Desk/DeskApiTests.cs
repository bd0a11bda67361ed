using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Api.Desk;
using ShipBy.Adapters.Printing;
using ShipBy.Application.Batches;
using ShipBy.Application.Bills;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Holidays;
using ShipBy.Application.Preparing;
using ShipBy.Application.Quality;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Adapters.Tests.Api.Desk;

/// <summary>The desk's API over HTTP, with the real use cases on a ledger.</summary>
public sealed partial class DeskApiTests : IAsyncLifetime
{
    private static readonly string[] OlderCalls = ["POST /ship", "POST /cancel", "GET /report"];

    private static readonly string[] Weigh = ["weigh"];

    private readonly World _world = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _world.Marketplace.Show(Enumerable.Range(1, 3).Select(Posting));
        await _world.RoundAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDeskApi().AddSingleton(_world.Desk).AddSingleton(_world.Of<LookAtQuality>()).AddSingleton(_world.Of<JudgeOrder>()).AddSingleton(_world.Of<LookAtCauses>()).AddSingleton(_world.Of<Improvements>()).AddSingleton(_world.Of<LookAtOrder>()).AddSingleton(_world.Of<PrepareOrder>()).AddSingleton(_world.Of<PlanBatch>())
            .AddSingleton(_world.Of<ShipBatch>()).AddSingleton(_world.Of<LookAtBatch>()).AddSingleton(_world.Of<SavedViews>()).AddSingleton(_world.Of<Checklists>()).AddSingleton(_world.Of<PickList>()).AddSingleton(new PrintBatch(_world.Of<Application.Marketplaces.Channels>(), new PdfBinder(), _world.Of<ChangeOrder>())).AddSingleton(_world.Of<Application.Marketplaces.Pools>())
            .AddSingleton(_world.Of<SampleDesk>()).AddSingleton(_world.Options).AddSingleton(_world.Of<CarrierTable>()).AddSingleton(_world.Of<LookAtCarriers>()).AddSingleton(_world.Of<LookAtHolidays>()).AddSingleton(_world.Of<StartBatch>()).AddSingleton(_world.Of<ProposeCarriers>()).AddSingleton(_world.Of<GiveNumbersBack>()).AddSingleton(_world.Of<WaybillStock>()).AddSingleton(_world.Of<CompareBill>()).AddSingleton<IHolidayWriter, OneText>()
            .AddStockroom(_world);
        _app = builder.Build();
        _app.MapMethods("/api/v1/{*path}", ["GET", "POST"], (HttpRequest request, string? path, ApiDoor door) => door.AnswerAsync(request, path, request.HttpContext.RequestAborted));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single() + "/api/v1/") };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Orders_AreListedByTheFilter_WithoutWhomTheyGoTo()
    {
        var all = await _http.GetStringAsync("orders", TestContext.Current.CancellationToken);
        var one = await GetAsync("orders?number=P-2");

        Assert.DoesNotContain("Бойко", all, StringComparison.Ordinal);
        Assert.Equal("P-2", Assert.Single(one.GetProperty("orders").EnumerateArray()).GetProperty("order").GetString());
        Assert.Equal(3, one.GetProperty("counts").GetProperty("open").GetInt32());
        Assert.False((await GetAsync("orders/one?shop=shop&order=P-1")).TryGetProperty("recipient", out _));
        Assert.Equal("Анна Бойко", (await GetAsync("orders/one?shop=shop&order=P-1&recipient=true")).GetProperty("recipient").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("buyer", "Бойко", 3)]
    [InlineData("buyer", "Сидоров", 0)]
    [InlineData("q", "Бойко", 3)]
    [InlineData("number", "p 3", 1)]
    public async Task WhatMayNameAPerson_IsSearchedForInTheBody(string field, string word, int expected)
    {
        var found = await ReadAsync(await PostAsync("orders/search", new Dictionary<string, string> { [field] = word }));

        Assert.Equal(expected, found.GetProperty("orders").GetArrayLength());
        Assert.Equal(field is "number" ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await _http.GetAsync($"orders?{field}={word}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task LabelsOfABatchOfAShopThatPrintsNone_AreMissing_WithAWord()
    {
        var wish = new { id = Guid.NewGuid(), orders = new object[] { new { shop = "shop", order = "P-1" } }, print = "" };
        var plan = await ReadAsync(await PostAsync("batches/plan", wish));
        await PostAsync("batches/start", wish with { print = plan.GetProperty("print").GetString()! });

        var answer = await PostAsync("batches/labels", new { wish.id });

        Assert.Equal((HttpStatusCode.Conflict, false), (answer.StatusCode, (await ReadAsync(answer)).GetProperty("has_some").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("batches/labels", new { id = Guid.NewGuid() })).StatusCode);
    }

    [Theory]
    [InlineData("orders/defect", "kind", "wrong_item", HttpStatusCode.OK)]
    [InlineData("orders/defect", "kind", "late", HttpStatusCode.BadRequest)]
    [InlineData("orders/cause", "cause", "stock", HttpStatusCode.OK)]
    [InlineData("orders/cause", "cause", "fate", HttpStatusCode.BadRequest)]
    [InlineData("orders/review", "stars", "1", HttpStatusCode.OK)]
    [InlineData("orders/review", "stars", "6", HttpStatusCode.BadRequest)]
    public async Task HowAnOrderWent_IsNotedWhereItIs(string path, string field, string word, HttpStatusCode status)
    {
        Assert.Equal(status, (await PostAsync(path, new Dictionary<string, string> { ["shop"] = "shop", ["order"] = "P-1", [field] = word })).StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? HttpStatusCode.NotFound : status, (await PostAsync(path, new Dictionary<string, string> { ["shop"] = "shop", ["order"] = "none", [field] = word })).StatusCode);
    }

    [Fact]
    public async Task KeyFigures_AreToldWithWhatStandsBehindThem()
    {
        await PostAsync("orders/defect", new { shop = "shop", order = "P-1", kind = "damaged", by = "Anna" });
        await PostAsync("orders/defect", new { shop = "shop", order = "P-2", kind = "lost" });
        await PostAsync("orders/defect", new { shop = "shop", order = "P-2", kind = "lost", back = true });

        var figures = (await GetAsync("quality?shop=shop")).GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("name").GetString()!, figure => figure.GetProperty("value"));

        Assert.Equal((1, 3), (figures["defect_rate"].GetProperty("hits").GetInt32(), figures["defect_rate"].GetProperty("population").GetInt32()));
        Assert.False(figures["late_rate"].TryGetProperty("value", out var none) && none.ValueKind == JsonValueKind.Number);
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync("quality?shop=elsewhere", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task WhatIsSaidOfAnOrder_StandsInIt()
    {
        foreach (var (path, fields) in new (string, object)[]
        {
            ("orders/acknowledge", new { shop = "shop", order = "P-1", by = "Anna" }),
            ("orders/assign", new { shop = "shop", order = "P-1", owner = "Boris" }),
            ("orders/step", new { shop = "shop", order = "P-1", step = "handed_over", by = "Anna" }),
            ("orders/step", new { shop = "shop", order = "P-1", step = "packed" }),
            ("orders/step", new { shop = "shop", order = "P-1", step = "packed", back = true }),
            ("orders/note", new { shop = "shop", order = "P-1", note = "gift" }),
            ("orders/label", new { shop = "shop", order = "P-1", code = "P-1" }),
            ("orders/ticks", new { shop = "shop", order = "P-1", entries = new[] { "a", "b" }, ticked = new[] { "b" } }),
            ("orders/printed", new { shop = "shop", order = "P-1" }),
            ("orders/snooze", new { shop = "shop", order = "P-2", minutes = "30" }),
        })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await PostAsync(path, fields)).StatusCode));
        }

        var order = await _world.OrderAsync("P-1");
        Assert.Equal(("Anna", "Boris"), (order.Acknowledged!.By, order.Owner));
        Assert.Equal((PreparationStep.HandedOver, "Anna"), order.Preparation!.Steps.Select(note => (note.Step, note.By)).Single());
        Assert.Equal(("gift", "P-1", "b", true), (order.Preparation.Note, order.Preparation.LabelRead, order.Preparation.Ticked.Single(), order.Preparation.PrintedAt is not null));
        Assert.True((await _world.OrderAsync("P-2")).Acknowledged!.RemindsAtEnd);
    }

    [Fact]
    public async Task ABatch_IsPlannedStartedAndLookedAt_AndStartingItAgainChangesNothing()
    {
        var wish = new { id = Guid.NewGuid(), orders = new object[] { new { shop = "shop", order = "P-1" }, new { shop = "shop", order = "P-2", tracking_number = "500", apart = true }, new { shop = "shop", order = "P-9" } }, first_number = "100", rule = "counter", by = "Anna", print = "" };

        var plan = await ReadAsync(await PostAsync("batches/plan", wish));
        var unseen = await PostAsync("batches/start", wish);
        var seen = wish with { print = plan.GetProperty("print").GetString()! };
        var started = await ReadAsync(await PostAsync("batches/start", seen));
        var again = await ReadAsync(await PostAsync("batches/start", seen));
        Assert.Equal(HttpStatusCode.Conflict, unseen.StatusCode);

        Assert.Equal(["100", "500"], plan.GetProperty("parcels").EnumerateArray().Select(parcel => parcel.GetProperty("tracking_number").GetString()));
        Assert.Equal("gone", plan.GetProperty("left_out")[0].GetProperty("reason").GetString());
        Assert.Equal(["noted", "noted"], started.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("progress").GetString()));
        Assert.Equal(started.GetProperty("started_at").GetString(), again.GetProperty("started_at").GetString());
        Assert.Equal(2, (await GetAsync($"batches/one?id={wish.id}")).GetProperty("orders").GetArrayLength());
        Assert.Equal(4, (await GetAsync($"batches/pick-list?id={wish.id}")).GetProperty("lines")[0].GetProperty("pieces").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("batches/carry-on", new { wish.id })).StatusCode);
        Assert.Equal("500", (await _world.OrderAsync("P-2")).Instruction!.Ship!.TrackingNumber);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("batches/start", wish with { id = Guid.NewGuid() })).StatusCode);
    }

    [Theory]
    [InlineData("orders/acknowledge", "{}", HttpStatusCode.BadRequest, "shop and order")]
    [InlineData("orders/acknowledge", """{"shop":"shop","order":"P-9"}""", HttpStatusCode.NotFound, "no such open order")]
    [InlineData("orders/step", """{"shop":"shop","order":"P-1","step":"burned"}""", HttpStatusCode.BadRequest, "step")]
    [InlineData("orders/snooze", """{"shop":"shop","order":"P-1","minutes":"0"}""", HttpStatusCode.BadRequest, "minutes")]
    [InlineData("orders/snooze", """{"shop":"shop","order":"P-1","minutes":"10081"}""", HttpStatusCode.BadRequest, "minutes")]
    [InlineData("orders/note", "[1]", HttpStatusCode.BadRequest, "no JSON object")]
    [InlineData("orders/note", "{", HttpStatusCode.BadRequest, "no JSON")]
    [InlineData("batches/start", """{"orders":[]}""", HttpStatusCode.BadRequest, "id")]
    [InlineData("batches/plan", """{"orders":7}""", HttpStatusCode.BadRequest, "orders")]
    [InlineData("batches/carry-on", """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}""", HttpStatusCode.NotFound, "no such batch")]
    [InlineData("batches/plan", """{"orders":[{"shop":"shop"}]}""", HttpStatusCode.BadRequest, "orders")]
    [InlineData("batches/plan", """{"orders":[],"rule":"s11"}""", HttpStatusCode.BadRequest, "rule")]
    [InlineData("checklists/save", """{"shop":"nobody's","entries":["a"]}""", HttpStatusCode.BadRequest, "shop")]
    [InlineData("views/save", """{"name":"a"}""", HttpStatusCode.BadRequest, "query")]
    [InlineData("carriers/save", """{"carrier":"A"}""", HttpStatusCode.BadRequest, "id")]
    [InlineData("carriers/save", """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","carrier":"A","price":5}""", HttpStatusCode.BadRequest, "currency")]
    [InlineData("carriers/remove", "{}", HttpStatusCode.BadRequest, "id")]
    [InlineData("waybills/add", """{"carrier":"EMS"}""", HttpStatusCode.BadRequest, "numbers")]
    [InlineData("waybills/add", """{"carrier":"EMS","first":"1","count":"5"}""", HttpStatusCode.BadRequest, "rule")]
    [InlineData("waybills/add", """{"carrier":"EMS","numbers":["номер"]}""", HttpStatusCode.BadRequest, "None")]
    [InlineData("waybills/line", """{"carrier":"EMS","at_least":"-1"}""", HttpStatusCode.BadRequest, "at_least")]
    [InlineData("waybills/withdraw", """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}""", HttpStatusCode.Conflict, "no such lot")]
    [InlineData("batches/give-back", """{"id":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}""", HttpStatusCode.NotFound, "no such batch")]
    [InlineData("carriers/bill", """{"carrier":"EMS"}""", HttpStatusCode.BadRequest, "bill")]
    [InlineData("carriers/bill", """{"carrier":"EMS","bill":"x","from":"2026-03-02","to":"2026-03-01"}""", HttpStatusCode.BadRequest, "from or to")]
    [InlineData("holidays/save", """{"texts":[]}""", HttpStatusCode.BadRequest, "period")]
    [InlineData("holidays/save", """{"period":"2026-03-10..2026-03-12","texts":[{"language":"fr","part":"notice","text":"x"}]}""", HttpStatusCode.BadRequest, "texts")]
    [InlineData("holidays/forget", """{"period":"2026-03-10..2026-03-13"}""", HttpStatusCode.NotFound, "no such closed period")]
    [InlineData("nothing", "{}", HttpStatusCode.NotFound, "openapi")]
    public async Task WhatCannotBeRead_IsSaidByItsField(string path, string body, HttpStatusCode expected, string said)
    {
        var answer = await _http.PostAsync(path, new StringContent(body), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(said, (await ReadAsync(answer)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ViewsAndChecklists_AreKept()
    {
        await PostAsync("views/save", new { name = "мои", query = "due=Day" });
        await PostAsync("checklists/save", new { shop = "shop", entries = Weigh });

        Assert.Equal("мои", (await GetAsync("views")).GetProperty("views")[0].GetProperty("name").GetString());
        Assert.Equal("weigh", (await GetAsync("checklists/one?shop=shop")).GetProperty("entries")[0].GetString());
        await PostAsync("views/forget", new { name = "мои" });
        Assert.Equal(0, (await GetAsync("views")).GetProperty("views").GetArrayLength());
    }

    [Fact]
    public void TheFileForReaders_ListsTheseCalls_AndNoOthers()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", "openapi.json")));
        var written = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).Order(StringComparer.Ordinal);
        var routes = _app.Services.GetServices<IApiArea>().SelectMany(area => area.Routes).Select(route => $"{route.Method} /v1/{route.Path}");

        Assert.Equal(OlderCalls.Concat(routes).Order(StringComparer.Ordinal), written);
    }

    private async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PostAsync(string path, object fields) => _http.PostAsJsonAsync(path, fields, TestContext.Current.CancellationToken);

    private static Task<JsonElement> ReadAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private static Posting Posting(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), Recipient = new Recipient { Name = "Анна Бойко", City = "Казань", Address = "ул. Ленина, 1" } };
}
