using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ShipBy.Application.Exporting;
using ShipBy.Domain.Holidays;

namespace ShipBy.Application.Holidays;

/// <summary>A closed period's handling times as lines of a promotions file, which <c>Shops__&lt;name&gt;__Promotions</c> names.</summary>
public static class PromotionLines
{
    /// <value>Promised where nobody says otherwise: what most marketplaces ask for.</value>
    public const int UsualHours = 48;

    public const int MostHours = 720;

    private const int LongestName = 60;

    /// <remarks>They are called a projection: nobody knows whether the marketplace has agreed.</remarks>
    /// <param name="usual">What is promised on usual days, in hours.</param>
    public static byte[] Write(HolidayPack pack, int usual)
    {
        var name = pack.Period.IsTheShops ? pack.Period.Name : string.Join(" + ", pack.Period.Paused);
        return CsvText.Of(
            [["date", "handling", "name", "source", "confidence", "counts"], .. HolidayPolicy.HandlingIn(pack, Duration.FromHours(usual)).Select(day => new[] { LocalDatePattern.Iso.Format(day.Day), Hours(day.Handling), name[..Math.Min(name.Length, LongestName)], "the shop's own notice", "projection", "clock" })],
            ',');
    }

    private static string Hours(Duration handling) => ((int)handling.TotalHours).ToString(CultureInfo.InvariantCulture) + "h";
}
