using System.Text;
using ShipBy.Adapters.Marketplaces.Webhook.Mapping;
using ShipBy.Adapters.SellerFiles;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Marketplaces.Webhook;

public class MappingFileTests
{
    private const string Least = "field,path,is,means\nnumber,nr\nlines,rows\nline.sku,art\nline.quantity,n\nstatus,state,ok,to pack\n";

    [Theory]
    [InlineData("standard")]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    [InlineData("hmac")]
    public void EachDialect_HasItsMapping(string dialect)
    {
        var mapping = MappingFile.Read(dialect);

        Assert.NotEmpty(mapping.Topics);
        Assert.NotEmpty(mapping.PathsOf("changed"));
    }

    [Fact]
    public void ASellersOwn_ReadsTheSellersOwnFields()
    {
        var reader = new OrderReader(MappingFile.Parse(Least.Replace(',', ';'), "own.csv"), "tea");

        var told = reader.Read(Encoding.UTF8.GetBytes("\uFEFF{\"nr\":7,\"state\":\"OK\",\"rows\":[{\"art\":\"MUG-1\",\"n\":2}]}"), topic: null, "print", Sample.Noon);

        var posting = Assert.IsType<ToldOrder.Order>(told).Posting;
        Assert.Equal(("tea 7", "MUG-1 2", null), (posting.Key.ToString(), string.Join(' ', posting.Lines.Select(line => $"{line.Sku} {line.Quantity}")), posting.Flaw));
    }

    [Theory]
    [InlineData("status,paid,true,to pack", "{\"nr\":1,\"rows\":[],\"paid\":true}", "AwaitingPackaging")]
    [InlineData("status,paid,-,waiting", "{\"nr\":1,\"rows\":[],\"paid\":null}", "AwaitingConfirmation")]
    [InlineData("status,paid,*,to pack", "{\"nr\":1,\"rows\":[],\"paid\":\"2026-01-01\"}", "AwaitingPackaging")]
    [InlineData("status,a.b,x,packed", "{\"nr\":1,\"rows\":[],\"a\":{\"b\":\"X\"}}", "AwaitingHandOver")]
    [InlineData("status,/a.b,x,delivered", "{\"nr\":1,\"rows\":[],\"a\":{\"b\":\"x\"}}", "Delivered")]
    public void AStatusRow_FitsAWord_Anything_OrNothing(string row, string body, string expected)
    {
        var reader = new OrderReader(MappingFile.Parse(Least + row, "own.csv"), "tea");

        var told = reader.Read(Encoding.UTF8.GetBytes(body), topic: null, "print", Sample.Noon);

        Assert.Equal(expected, Assert.IsType<ToldOrder.Order>(told).Posting.Status.ToString());
    }

    [Theory]
    [InlineData("nubmer,nr", "line 7, field: 'nubmer' is no field")]
    [InlineData("carrier,a..b", "line 7, path: 'a..b' is no path")]
    [InlineData("carrier,", "line 7, path: the cell is empty")]
    [InlineData("status,state,,to pack", "line 7, is: the cell is empty")]
    [InlineData("status,state,x,done", "line 7, means: 'done' is no meaning. Write one of waiting, to pack, packed, handed over, delivered, cancelled, nothing.")]
    [InlineData("topic,,,cancelled", "line 7, is: the cell is empty")]
    public void WhatIsNotUnderstood_IsNamedWithItsLineAndRemedy(string row, string fault)
    {
        var thrown = Assert.Throws<InvalidSellerFileException>(() => MappingFile.Parse(Least + row, "own.csv"));

        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number,nr\n", "number")]
    [InlineData("line.sku,art\n", "line.sku")]
    [InlineData("status,state,ok,to pack\n", "status")]
    public void WhatAnOrderCannotDoWithout_HasToBeThere(string row, string field)
    {
        var thrown = Assert.Throws<InvalidSellerFileException>(() => MappingFile.Parse(Least.Replace(row, "", StringComparison.Ordinal), "own.csv"));

        Assert.Contains($"begin{(field == "status" ? "" : "s")} with {field}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1772451482", "2026-03-02T11:38:02Z")]
    [InlineData("1772451482000", "2026-03-02T11:38:02Z")]
    [InlineData("\"1772451482\"", "2026-03-02T11:38:02Z")]
    [InlineData("\"2026-03-02T14:38:02+03:00\"", "2026-03-02T11:38:02Z")]
    [InlineData("\"2026-03-02T11:38:02\"", "2026-03-02T11:38:02Z")]
    [InlineData("\"1999-12-31T23:59:59Z\"", null)]
    [InlineData("\"2000-01-01T00:00:00Z\"", "2000-01-01T00:00:00Z")]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999", null)]
    [InlineData("\"Friday\"", null)]
    [InlineData("{}", null)]
    public void AMoment_HasManyForms(string json, string? expected) =>
        Assert.Equal(expected, WireMoment.Read(System.Text.Json.JsonDocument.Parse(json).RootElement)?.ToString());
}
