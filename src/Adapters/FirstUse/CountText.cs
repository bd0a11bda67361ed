using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Stock;
using ShipBy.Application.FirstUse;

namespace ShipBy.Adapters.FirstUse;

/// <summary>Reads a pasted count as <c>shipby import stock</c> reads a file of it.</summary>
internal sealed class CountText : ICountText
{
    private const string Name = "count";

    public CountReading Read(string text)
    {
        try
        {
            var file = StockFile.Parse(text.Trim(), Name);
            return new CountReading(file.Counts, [.. file.SetAside.Select(fault => fault.ToString())]);
        }
        catch (InvalidSellerFileException unreadable)
        {
            return new CountReading([], [.. unreadable.Faults.Select(fault => fault.ToString())]);
        }
    }
}
