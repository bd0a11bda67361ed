using System.Text;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class ImportedTextTests
{
    private const string Russian = "артикул;остаток\nЧАШКА-1;5\n";
    private const string Chinese = "货号,库存\n茶杯-1,5\n";
    private const string Rare = "货号,库存\n𠮷-1,5\n";      // four bytes in GB18030, none in GBK

    [Theory]
    [InlineData(Russian, "utf-8", null, "utf-8")]
    [InlineData(Chinese, "utf-8", null, "utf-8")]
    [InlineData(Chinese, "utf-8", "utf-8", "utf-8")]
    [InlineData(Russian, "windows-1251", "windows-1251", "windows-1251")]
    [InlineData(Russian, "windows-1251", "CP1251", "windows-1251")]
    [InlineData(Chinese, "gb18030", "gb18030", "gb18030")]
    [InlineData(Chinese, "gb18030", "GBK", "gb18030")]
    [InlineData(Rare, "gb18030", "gbk", "gb18030")]
    [InlineData("sku,on_hand\nMUG-1,5\n", "utf-8", null, "utf-8")]
    public void AFile_IsReadAsItSays_OrAsTheSellerSays(string text, string written, string? asked, string read)
    {
        var imported = Decode(Bytes(text, written), asked);

        Assert.Equal((text, read), (imported.Text, imported.Encoding.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("utf-8")]
    [InlineData("windows-1251")]
    public void AByteOrderMark_IsBelieved_WhateverIsSaid(string? asked)
    {
        var imported = Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Russian)], asked);

        Assert.Equal((Russian, "utf-8", "its byte order mark says so"), (imported.Text, imported.Encoding.Name, imported.Because));
    }

    [Theory]
    [InlineData(Russian, "windows-1251", null, "line 1: it is not in UTF-8. Say with --encoding what it is in (utf-8, gb18030, windows-1251)")]
    [InlineData(Chinese, "gb18030", null, "line 1: it is not in UTF-8. Say with --encoding what it is in")]
    [InlineData("sku,on_hand\nЧАШКА,5\n", "windows-1251", null, "line 2: it is not in UTF-8.")]
    [InlineData(Russian, "windows-1251", "utf-8", "line 1: it is not in utf-8. Give --encoding the one that it is in")]
    [InlineData("sku,on_hand\nMUG,5\nÿ\n", "latin1", "gb18030", "line 3: it is not in gb18030. Give --encoding the one")]
    [InlineData("sku,on_hand\n", "utf-16", null, "it is in UTF-16. In the spreadsheet, save it as 'CSV UTF-8'.")]
    public void WhatIsNotKnown_IsNotGuessed(string text, string written, string? asked, string says)
    {
        var refused = Assert.Throws<InvalidSellerFileException>(() => Decode(Bytes(text, written), asked));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThere_IsSaidSo() =>
        Assert.Contains("it cannot be opened", Assert.Throws<InvalidSellerFileException>(() => ImportedText.Of("no-such-file.csv", null, "a stock count")).Message, StringComparison.Ordinal);

    [Fact]
    public void AnEncodingThatNobodyKnows_IsNamedWithThoseThatAreRead() =>
        Assert.Equal("'koi8-r' is no encoding that is read here: use one of utf-8, gb18030, windows-1251.", Assert.Throws<FormatException>(() => TextEncoding.Parse("koi8-r")).Message);

    private static ImportedText Decode(byte[] bytes, string? asked) => ImportedText.Decode(bytes, asked is null ? null : TextEncoding.Parse(asked), "own.csv", "a stock count");

    private static byte[] Bytes(string text, string encoding)
    {
        var by = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return encoding == "utf-8" ? new UTF8Encoding(false).GetBytes(text) : [.. by.GetPreamble(), .. by.GetBytes(text)];
    }
}
