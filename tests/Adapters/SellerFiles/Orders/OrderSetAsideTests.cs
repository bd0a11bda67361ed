using static ShipBy.Adapters.Tests.SellerFiles.Orders.OrderFiles;

namespace ShipBy.Adapters.Tests.SellerFiles.Orders;

/// <summary>What is not understood is said with its row and its remedy, and its order does not go in without it; the others do.</summary>
public sealed class OrderSetAsideTests
{
    private const string Heading = "order;sku;quantity;status;ship_by;changed\n";

    [Theory]
    [InlineData("A-1;MUG-1;0;to pack;;", "line 3, quantity: '0' is nothing.")]
    [InlineData("A-1;MUG-1;1,5;to pack;;", "line 3, quantity: '1,5' is not a whole number.")]
    [InlineData("A-1;MUG-1;1,000;to pack;;", "line 3, quantity: '1,000' may mean thousands or decimals.")]
    [InlineData("A-1;;1;to pack;;", "line 3, sku: the cell is empty.")]
    [InlineData("A-1;4,6E+12;1;to pack;;", "line 3, sku: '4,6E+12' was shortened by the spreadsheet.")]
    [InlineData("A-1;MUG-1;1;;;", "line 3, status: the cell is empty.")]
    [InlineData("A-1;MUG-1;1;on its way;;", "line 3, status: 'on its way' is a word that is not known. Look the order up in the shop, and add the word with its meaning to")]
    [InlineData("A-1;MUG-1;1;to pack;soon;", "line 3, ship_by: 'soon' is not a moment that can be read. Write a date and a time")]
    [InlineData("A-1;MUG-1;1;to pack;;2026-03-02 13:00:01", "line 3, changed: '2026-03-02 13:00:01' is still to come. Times without an offset are read as of Europe/Moscow; set Shops__tea__TimeZone")]
    [InlineData(";MUG-1;1;to pack;;", "line 3, order: the cell is empty. Write the order's number into each of its rows.")]
    [InlineData("3,46E+18;MUG-1;1;to pack;;", "line 3, order: '3,46E+18' was shortened by the spreadsheet.")]
    [InlineData("A-1;MUG-1;1;to pack;;;;7", "line 3: it has 8 cells, and the heading 6.")]
    [InlineData("\"A-1;MUG-1;1;to pack;;", "line 3: its quotation marks do not pair.")]
    public void ARowThatIsNotUnderstood_IsSetAside_AndOtherOrdersGoIn(string row, string says)
    {
        var file = Read($"{Heading}X-0;CUP-1;1;to pack;;\n{row}\nY-0;CUP-1;2;to pack;;\nZ-0;CUP-1;3;to pack;;\n");

        Assert.Contains("3xCUP-1", file.Orders.Select(order => Goods(order.Posting)));
        Assert.Contains(file.SetAside, fault => fault.ToString().StartsWith(says, StringComparison.Ordinal));
        Assert.All(file.SetAside, fault => Assert.NotEmpty(fault.Remedy));
        Assert.DoesNotContain(file.Orders, order => order.Posting.Key.Number == "A-1");
    }

    [Fact]
    public void TheNewestInstantOfAChange_IsNow() => Assert.Equal(Terms.Now, Single($"{Heading}A-1;MUG-1;1;to pack;;2026-03-02 13:00\n").Telling!.ChangedAt);

    [Fact]
    public void ARowOfManyFaults_IsToldWithAllOfThem() =>
        Assert.Equal(["status", "sku", "quantity", "ship_by"], Read($"{Heading}A-1;;x;y;z;\nB-1;MUG-1;1;paid;;\n").SetAside.Select(fault => fault.Field));

    [Fact]
    public void AnOrder_DoesNotGoInWithoutOneOfItsRows()
    {
        var file = Read($"{Heading}A-1;MUG-1;1;to pack;;\nA-1;CUP-1;none;to pack;;\nB-1;CUP-1;1;to pack;;\n");

        Assert.Equal("B-1", Assert.Single(file.Orders).Posting.Key.Number);
        Assert.Equal([2, 3], file.SetAside.Select(fault => fault.Line));
        Assert.Equal("line 2, order: 'A-1' cannot go in without its line 3. Correct that one, and bring the file in again.", file.SetAside[0].ToString());
    }

    /// <remarks>Nobody knows whose row it is, and lists have the rows of one order together.</remarks>
    [Theory]
    [InlineData("\"C-1;CUP-1;1;to pack;;")]
    [InlineData("C-1;CUP-1;1;to pack;;;;;x")]
    [InlineData(";CUP-1;1;to pack;;")]
    public void TheOrdersRightBesideARowThatNobodyCanRead_AreSetAsideWithIt(string broken)
    {
        var file = Read($"{Heading}A-1;MUG-1;1;to pack;;\nB-1;MUG-1;1;to pack;;\n{broken}\nD-1;MUG-1;1;to pack;;\nE-1;MUG-1;1;to pack;;\n");

        Assert.Equal(["A-1", "E-1"], file.Orders.Select(order => order.Posting.Key.Number));
        Assert.Equal([3, 4, 5], file.SetAside.Select(fault => fault.Line));
        Assert.Equal("line 3, order: line 4 beside it cannot be read, and may belong to 'B-1'. Correct that line, and bring the file in again.", file.SetAside[0].ToString());
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void AnOrderNumber_HasUpTo200Characters(int length, int setAside) =>
        Assert.Equal(setAside, Read($"{Heading}{new string('x', length)};MUG-1;1;to pack;;\n").SetAside.Count);

    [Theory]
    [InlineData(90, 0)]
    [InlineData(91, 91)]
    public void AnOrder_HasUpTo90Products(int products, int setAside) =>
        Assert.Equal(setAside, Read(Heading + string.Concat(Enumerable.Range(1, products).Select(i => $"A-1;P-{i};1;to pack;;\n"))).SetAside.Count);
}
