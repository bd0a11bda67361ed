using System.IO.Compression;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Runs;

public sealed class OrdersFileTests : IDisposable
{
    private const string Header = "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,items\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-orders-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_GivesTheBytes_OfPlainAndPackedFiles()
    {
        Assert.Equal(Header.Length + 2, OrdersFile.Read(Write("a.csv", System.Text.Encoding.UTF8.GetBytes(Header + "1\n"))).Length);
        Assert.NotEmpty(OrdersFile.Read(Write("a.csv.gz", Packed(Header + "1\n"))));
    }

    [Theory]
    [InlineData("order_id;seller_id\n1\n", "no column 'order_id'")]
    [InlineData("", "no column 'order_id'")]
    [InlineData(Header, "no orders")]
    public void Read_SaysWhatIsWrong_WithTheContent(string content, string complaint) =>
        Assert.Contains(complaint, Complaint(Write("a.csv", System.Text.Encoding.UTF8.GetBytes(content))), StringComparison.Ordinal);

    [Fact]
    public void Read_SaysThatAFileIsDamaged_WhenItDoesNotUnpack()
    {
        var packed = Packed(Header + string.Concat(Enumerable.Range(0, 999).Select(row => $"{row}\n")));
        packed[packed.Length / 2] ^= 0xff;

        Assert.Contains("damaged", Complaint(Write("a.csv.gz", packed)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SaysThatAFileIsNotThere() =>
        Assert.Contains("is not there", Complaint(Path.Combine(_folder.FullName, "none.csv")), StringComparison.Ordinal);

    [Fact]
    public void Read_SaysThatAFolderIsNoFile() => Assert.Contains("cannot be read", Complaint(_folder.FullName), StringComparison.Ordinal);

    private static string Complaint(string path) => Assert.Throws<CannotStartException>(() => OrdersFile.Read(path)).Message;

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packing = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            packing.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);

        return path;
    }
}
