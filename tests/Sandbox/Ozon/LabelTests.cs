using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipBy.Sandbox.Ozon.Labels;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

/// <summary>Labels: not at once after packing, made by and by, and a real PDF in the end.</summary>
public sealed partial class LabelTests
{
    [Fact]
    public async Task Labels_AreOrdered_AskedFor_AndFetched()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder, OrderRows.Write(folder, Enumerable.Range(0, 3).Select(n => OrderRows.Row($"o{n}")))));
        await run.GoToAsync(20);
        Assert.Equal("The next postings aren't ready: o0-s1", (await OrderAsync(run, "o0-s1")).Message);
        for (var i = 0; i < 2; i++)
        {
            await run.CallAsync("v4/posting/fbs/ship", Postings.Ship("o0-s1", (900_000_001, 1)));
            run.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal("The next postings aren't ready: o1-s1", (await OrderAsync(run, "o0-s1", "o1-s1")).Message);
        var tasks = (await OrderAsync(run, "o0-s1")).Json["tasks"]!.AsArray();
        Assert.Equal(["big_label", "small_label"], tasks.Select(task => task!["task_type"]!.ToString()));
        Assert.Equal(("pending", ""), await StateAsync(run, tasks[0]!));
        run.Time.Advance(TimeSpan.FromSeconds(1));
        var (code, url) = await StateAsync(run, tasks[1]!);

        Assert.Equal("completed", code);
        using var http = new HttpClient();
        var file = await http.GetByteArrayAsync(new Uri(url), TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-1.4", Encoding.ASCII.GetString(file), StringComparison.Ordinal);
        Assert.Contains("(o0-s1) Tj", Encoding.ASCII.GetString(file), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(run.Server.BaseAddress, "files/labels/4999.pdf"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a", "b(c)\\ж")]
    public void APdf_SaysWhereItsObjectsBegin(params string[] pages)
    {
        var file = Encoding.ASCII.GetString(TinyPdf.Write(pages));
        var table = int.Parse(StartOfTable().Match(file).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var starts = Entry().Matches(file[table..]).Select(entry => int.Parse(entry.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(3 + (2 * pages.Length), starts.Length);
        Assert.All(starts, (start, i) => Assert.StartsWith($"{i + 1} 0 obj", file[start..], StringComparison.Ordinal));
        Assert.Contains($"/Count {pages.Length} ", file, StringComparison.Ordinal);
        Assert.All(Content().Matches(file), match => Assert.Equal(match.Groups[1].Value, match.Groups[2].Length.ToString(CultureInfo.InvariantCulture)));
    }

    private static Task<Reply> OrderAsync(TestRun run, params string[] numbers) =>
        run.CallAsync("v3/posting/fbs/package-label/create", new JsonObject { ["posting_numbers"] = new JsonArray(numbers.Select(number => (JsonNode)number).ToArray()) }.ToJsonString());

    private static async Task<(string Code, string Url)> StateAsync(TestRun run, JsonNode task)
    {
        var state = (await run.CallAsync("v2/posting/fbs/package-label/get", $$"""{"task_id":{{task["task_id"]}}}""")).Json;
        return (state["status"]!["code"]!.ToString(), state["file_url"]!.ToString());
    }

    [GeneratedRegex(@"startxref\n([0-9]+)\n%%EOF")]
    private static partial Regex StartOfTable();

    [GeneratedRegex("([0-9]{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Length ([0-9]+) >>\nstream\n(.*)\nendstream")]
    private static partial Regex Content();
}
