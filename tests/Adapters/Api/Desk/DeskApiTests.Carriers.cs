using System.Net;
using System.Text.Json;
using ShipBy.Application.Holidays;
using ShipBy.Domain.Holidays;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Api.Desk;

/// <remarks>What is said of carriers: their table, numbers and bills, and the days on which they rest.</remarks>
public sealed partial class DeskApiTests
{
    [Fact]
    public async Task TheTableOfCarriers_IsWritten_AndProposes()
    {
        var row = new { id = Guid.NewGuid(), carrier = "СДЭК", code = "cdek", places = "Казань, Самара", price = 350.5, currency = "RUB" };

        await PostAsync("carriers/save", row);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("carriers/save", row)).StatusCode);

        var seen = Assert.Single((await GetAsync("carriers")).GetProperty("carriers").EnumerateArray());
        Assert.Equal(("Казань, Самара", "350.5", 0), (seen.GetProperty("row").GetProperty("places").GetString(), seen.GetProperty("row").GetProperty("price").GetString(), seen.GetProperty("handed_over_late").GetInt32()));
        var proposed = (await GetAsync("orders/one?shop=shop&order=P-1")).GetProperty("proposed");
        Assert.Equal(("only_one_there", "cdek"), (proposed.GetProperty("reason").GetString(), proposed.GetProperty("carrier").GetString()));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync("carriers/remove", new { row.id })).StatusCode);
        Assert.Equal(0, (await GetAsync("carriers")).GetProperty("carriers").GetArrayLength());
    }

    [Fact]
    public async Task NumbersOfTheStock_GoToABatch_AndABillIsHeldAgainstIt()
    {
        await PostAsync("carriers/save", new { id = Guid.NewGuid(), carrier = "СДЭК", code = "cdek" });
        Assert.Equal(3, (await ReadAsync(await PostAsync("waybills/add", new { carrier = "cdek", first = "100", rule = "counter", count = "3" }))).GetProperty("added").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("waybills/line", new { carrier = "cdek", at_least = "2" })).StatusCode);
        var wish = new { id = Guid.NewGuid(), orders = new object[] { new { shop = "shop", order = "P-1" } }, carrier = "cdek", from_stock = true, print = "" };

        var plan = await ReadAsync(await PostAsync("batches/plan", wish));
        Assert.Equal(("cdek", 3), (plan.GetProperty("proposals")[0].GetProperty("carrier").GetString(), plan.GetProperty("proposals")[0].GetProperty("in_stock").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("batches/start", wish with { print = plan.GetProperty("print").GetString()! })).StatusCode);
        Assert.Equal(0, (await ReadAsync(await PostAsync("batches/give-back", new { wish.id }))).GetProperty("given_back").GetInt32());
        var stock = (await GetAsync("waybills")).GetProperty("carriers")[0];
        Assert.Equal((2, 2, "101"), (stock.GetProperty("left").GetInt32(), stock.GetProperty("at_least").GetInt32(), stock.GetProperty("lots")[0].GetProperty("next").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("waybills/withdraw", new { id = stock.GetProperty("lots")[0].GetProperty("id").GetString() })).StatusCode);

        var bill = await ReadAsync(await PostAsync("carriers/bill", new { carrier = "cdek", bill = "tracking_number,price\n100,5\nX,7\nY,?", currency = "rub" }));
        Assert.Equal(["never_shipped", "never_shipped"], bill.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("flaw").GetString()));
        Assert.Equal(("P-1", 1_200L, 1), (bill.GetProperty("findings")[0].GetProperty("orders")[0].GetProperty("order").GetString(), bill.GetProperty("billed")[0].GetProperty("minor_units").GetInt64(), bill.GetProperty("set_aside").GetArrayLength()));
    }

    [Fact]
    public async Task AHoliday_HasLastDays_AndTextsThatAreKept()
    {
        await PostAsync("carriers/save", new { id = Guid.NewGuid(), carrier = "СДЭК", days = "2", pick_ups = "Mon-Sun 16:00", shutdowns = "2026-03-10..2026-03-12" });
        var period = (await GetAsync("holidays")).GetProperty("periods")[0].GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await PostAsync("holidays/save", new { period, by = "2026-03-07", texts = new[] { new { language = "ru", part = "why_late", text = "свой" } } })).StatusCode);
        var one = await GetAsync("holidays/one?usual=24");

        Assert.Equal(("2026-03-10..2026-03-12", "2026-03-07", "свой"), (period, one.GetProperty("arrive_by").GetString(), one.GetProperty("texts")[0].GetProperty("text").GetString()));
        Assert.Equal(("in_time", "2026-03-05"), (one.GetProperty("carriers")[0].GetProperty("last_arriving").GetProperty("fit").GetString(), one.GetProperty("carriers")[0].GetProperty("last_arriving").GetProperty("day").GetString()));
        Assert.Equal([96, 72, 48], one.GetProperty("handling_times").EnumerateArray().Select(day => day.GetProperty("hours").GetInt32()));
        await PostAsync("holidays/forget", new { period });
        Assert.Equal("proposed", (await GetAsync($"holidays/one?period={period}")).GetProperty("texts")[0].GetProperty("text").GetString());
    }

    private sealed class OneText : IHolidayWriter
    {
        public IReadOnlyList<HolidayText> Write(HolidayPack pack) => [new("ru", HolidayPart.WhyLate, "proposed")];
    }

    [Fact]
    public async Task TheWeightOfAnOrder_FollowsFromItsGoods_AndDecidesWhoCarriesIt()
    {
        await PostAsync("carriers/save", new { id = Guid.NewGuid(), carrier = "Light", up_to_g = 500, price = 100, currency = "RUB" });
        await PostAsync("carriers/save", new { id = Guid.NewGuid(), carrier = "Heavy", up_to_g = 2_000, price = 300, currency = "RUB" });
        var unknown = await GetAsync("orders/one?shop=shop&order=P-1");
        Assert.Equal(("Light", true, false), (Proposed(unknown), unknown.GetProperty("proposed").GetProperty("is_weight_guessed").GetBoolean(), unknown.TryGetProperty("weight_g", out _)));

        await PostAsync("stock/product", new { sku = Sample.Mug.Value, weight_g = 251 });

        var known = await GetAsync("orders/one?shop=shop&order=P-1");
        Assert.Equal(("Heavy", false, 502), (Proposed(known), known.GetProperty("proposed").GetProperty("is_weight_guessed").GetBoolean(), known.GetProperty("weight_g").GetInt32()));

        static string? Proposed(JsonElement order) => order.GetProperty("proposed").GetProperty("carrier").GetString();
    }
}
