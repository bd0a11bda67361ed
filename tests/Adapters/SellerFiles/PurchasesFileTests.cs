using System.Text;
using NodaTime;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Purchases;
using ShipBy.Application.Importing;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class PurchasesFileTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData("sku,quantity,document\nMUG-1,5,D-7", "utf-8")]
    [InlineData("Артикул;Количество;Накладная;Поставщик\r\nMUG-1;5,0;D-7;ООО Чашка\r\n", "windows-1251")]
    [InlineData("货号,数量,入库单号,供应商\nMUG-1,5,D-7,茶杯厂\n", "gb18030")]
    [InlineData("invoice;extra;qty;offer_id\n=\"D-7\";x;5;MUG-1\n", "utf-8")]
    public async Task WhatCame_IsRead_WhateverTheColumnsAreCalled(string text, string encoding)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? new UTF8Encoding(false)).GetBytes(text), TestContext.Current.CancellationToken);

            var (file, read) = PurchasesFile.Read(path, TextEncoding.Parse(encoding), null, Moscow, Now);

            Assert.Equal(encoding, read.Encoding.Name);
            Assert.Equal(("D-7", "MUG-1", 5, null), Of(Assert.Single(file.Receipts)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void RowsOfOneDocumentAndProduct_AreAddedUp_AndThoseOfAnotherDocumentAreNot()
    {
        var file = Read("document;sku;quantity;supplier;received\nD-7;MUG-1;5;Cup Works;01.03.2026\nD-8;MUG-1;1;;\nD-7;CUP-1;2;;\nD-7;MUG-1;3;;2026-03-02\n");

        Assert.Equal([("D-7", "MUG-1", 8, null), ("D-8", "MUG-1", 1, null), ("D-7", "CUP-1", 2, (string?)null)], file.Receipts.Select(Of));
        Assert.Equal([2, 5], file.Receipts[0].Lines);
        Assert.Equal(("Cup Works", Instant.FromUtc(2026, 3, 1, 21, 0)), (file.Receipts[0].Supplier, file.Receipts[0].Received!.Value));
    }

    [Theory]
    [InlineData("sku;quantity\nMUG-1;5\n", null, "own.csv", true)]
    [InlineData("sku;quantity\nMUG-1;5\n", "D-9", "D-9", false)]
    [InlineData("sku;quantity;document\nMUG-1;5;\n", "D-9", "D-9", false)]
    [InlineData("sku;quantity;document\nMUG-1;5;D-7\n", "D-9", "D-7", false)]
    [InlineData("sku;quantity;document\nMUG-1;5;D-7\n", null, "D-7", false)]
    public void ADocument_IsTheRows_ElseTheOneGiven_ElseTheFilesName(string text, string? given, string document, bool hasPrint)
    {
        var receipt = Assert.Single(Read(text, given).Receipts);

        Assert.Equal((document, hasPrint), (receipt.Document, receipt.Print is not null));
    }

    [Fact]
    public void AFilesPrint_FollowsItsContent()
    {
        Assert.Equal(Print("MUG-1;5"), Print("MUG-1;5"));
        Assert.NotEqual(Print("MUG-1;5"), Print("MUG-1;6"));
        Assert.NotEqual(Print("MUG-1;5"), Print("MUG-1;5\nCUP-1;1"));

        static string? Print(string rows) => Read($"sku;quantity\n{rows}\n").Receipts[0].Print;
    }

    [Theory]
    [InlineData("MUG-1;0;D-7;", "line 3, quantity: '0' is nothing.")]
    [InlineData("MUG-1;-5;D-7;", "line 3, quantity: '-5' is negative. What goes back to a supplier is no purchase; count the shelf.")]
    [InlineData("MUG-1;5,5;D-7;", "line 3, quantity: '5,5' is not a whole number.")]
    [InlineData(";5;D-7;", "line 3, sku: the cell is empty.")]
    [InlineData("MUG-1;5;4,6E+12;", "line 3, document: '4,6E+12' was shortened by the spreadsheet.")]
    [InlineData("MUG-1;5;D-7;soon", "line 3, received: 'soon' is not a moment that can be read.")]
    [InlineData("MUG-1;5;D-7;2026-03-02 12:00:01", "line 3, received: '2026-03-02 12:00:01' is still to come. Bring it in when the goods are there.")]
    [InlineData("\"MUG-1;5;D-7;", "line 3: its quotation marks do not pair.")]
    public void ARowThatIsNotUnderstood_IsSetAside_AndTheOthersGoIn(string row, string says)
    {
        var file = Read($"sku;quantity;document;received\nCUP-1;1;D-7;2026-03-02 12:00\n{row}\nPOT-1;2;D-7;\n");

        Assert.Equal(["CUP-1", "POT-1"], file.Receipts.Select(receipt => receipt.Sku.Value));
        Assert.StartsWith(says, Assert.Single(file.SetAside).ToString(), StringComparison.Ordinal);
    }

    /// <remarks>Or the corrected file would name another sum, and be refused.</remarks>
    [Fact]
    public void WhatWouldBeAddedUpWithAWrongRow_IsSetAsideWithIt()
    {
        var file = Read("sku;quantity;document\nMUG-1;5;D-7\nMUG-1;five;D-7\nMUG-1;1;D-8\n");

        Assert.Equal("D-8", Assert.Single(file.Receipts).Document);
        Assert.Equal("line 2, sku: 'MUG-1' cannot go in without line 3, which is of the same document. Correct that one, and bring the file in again.", file.SetAside[0].ToString());
    }

    [Theory]
    [InlineData(400_000, 1)]
    [InlineData(400_001, 0)]
    public void OneDocument_BringsUpToAMillionOfAProduct(int units, int receipts) =>
        Assert.Equal(receipts, Read($"sku;quantity\nMUG-1;600000\nMUG-1;{units}\n").Receipts.Count);

    [Theory]
    [InlineData("", "it has no rows. Begin with the line sku,quantity.")]
    [InlineData("sku;quantity\n", "it has a heading and no rows.")]
    [InlineData("Артикул;Цена\nMUG-1;5\n", "line 1, quantity: there is no such column.")]
    public void AFileWithoutItsColumns_IsRefusedWhole(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidSellerFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static PurchasesFile Read(string text, string? document = null) => PurchasesFile.Parse(text, "folder/own.csv", document, Moscow, Now);

    private static (string, string, int, string?) Of(Receipt receipt) => (receipt.Document, receipt.Sku.Value, receipt.Units, receipt.Print);
}
