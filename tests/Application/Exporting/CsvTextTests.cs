using System.Text;
using ShipBy.Application.Exporting;

namespace ShipBy.Application.Tests.Exporting;

public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7", "'+7")]
    [InlineData("-1", "-1")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("-", "'-")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\ra", "\"'\ra\"")]
    [InlineData("'a", "''a")]
    [InlineData("a=1", "a=1")]
    [InlineData("5", "5")]
    [InlineData("", "")]
    [InlineData("a;b", "a;b")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=\"a\"", "\"'=\"\"a\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    public void ACell_IsText_WhateverItBeginsWith(string cell, string expected) => Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{expected},x\r\n")], CsvText.Of([[cell, "x"]], ','));

    [Fact]
    public void TheSeparator_DecidesWhatIsQuoted() => Assert.EndsWith("a,b;\"c;d\"\r\n", Encoding.UTF8.GetString(CsvText.Of([["a,b", "c;d"]], ';')), StringComparison.Ordinal);
}
