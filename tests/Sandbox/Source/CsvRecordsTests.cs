using ShipBy.Sandbox.Source.RealOrders;

namespace ShipBy.Sandbox.Tests.Source;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b,c", "a|b|c")]
    [InlineData("a,,c", "a||c")]
    [InlineData("a,b,", "a|b|")]
    [InlineData(",,", "||")]
    [InlineData("\"a,1\",b,c", "a,1|b|c")]
    [InlineData("\"say \"\"x\"\"\",b,c", "say \"x\"|b|c")]
    [InlineData("a\"b,c,d", "a\"b|c|d")]      // a quote inside a plain field is a letter like any other
    [InlineData("\"\",b,c", "|b|c")]
    public void Read_SplitsARecordIntoItsFields(string line, string fields)
    {
        var record = Assert.Single(CsvRecords.Read([line], 3));

        Assert.Null(record.Fault);
        Assert.Equal(fields, string.Join('|', record.Fields));
    }

    [Fact]
    public void Read_JoinsLines_WhenAQuotedFieldRunsOverThem()
    {
        var records = CsvRecords.Read(["a,\"two", "lines\",c", "d,e,f"], 3).ToArray();

        Assert.Equal(["a|two\nlines|c", "d|e|f"], records.Select(record => string.Join('|', record.Fields)));
        Assert.Equal([1, 3], records.Select(record => record.Line));
    }

    [Fact]
    public void Read_LosesOneRecordOnly_WhenAQuoteIsNeverClosed()
    {
        var records = CsvRecords.Read(["a,\"b,c", "d,e,f", "g,h,i"], 3).ToArray();

        Assert.Equal([true, false, false], records.Select(record => record.Fault is not null));
    }

    [Fact]
    public void Read_LosesOneRecordOnly_WhenAQuoteIsClosedByALaterRecord()
    {
        var records = CsvRecords.Read(["a,\"b,c", "d,e,f", "\"g\",h,i"], 3).ToArray();

        Assert.Equal([true, false, false], records.Select(record => record.Fault is not null));
    }
}
