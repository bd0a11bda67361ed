using System.Text.RegularExpressions;

namespace ShipBy.Sandbox.Taobao;

/// <param name="Pattern">What its numbers look like.</param>
internal sealed record KnownCarrier(int Id, string Code, string Name, string Pattern)
{
    public bool Takes(string number) => Regex.IsMatch(number, Pattern, RegexOptions.CultureInvariant);
}

/// <summary>The carriers that the platform works with, and checks the numbers of.</summary>
internal static class CarrierBook
{
    public static IReadOnlyList<KnownCarrier> All { get; } =
    [
        new(101, "YTO", "圆通速递", "^YT[0-9]{13}$"),
        new(500, "ZTO", "中通快递", "^ZT[0-9]{13}$"),
        new(505, "SF", "顺丰速运", "^SF[0-9]{12,13}$"),
        new(102, "YUNDA", "韵达快递", "^YD[0-9]{13}$"),
        new(1, "POST", "中国邮政", "^([0-9]{11}|[A-Z]{2}[0-9]{9}CN)$"),
    ];

    public static KnownCarrier? Find(string number) => All.FirstOrDefault(carrier => carrier.Takes(number));
}
