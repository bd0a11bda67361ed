using System.Globalization;
using ShipBy.Domain.Orders;

namespace ShipBy.Pages.Wording;

/// <summary>Writes an amount as a price tag does: grouped, with its sign, and with minor units only where there are some.</summary>
internal static class MoneyText
{
    private static readonly string[] WithoutMinorUnits = ["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF"];

    public static string Tell(Money money, NumberFormatInfo numbers)
    {
        var perUnit = WithoutMinorUnits.Contains(money.Currency) ? 1 : 100;
        var digits = money.MinorUnits % perUnit == 0 ? 0 : 2;
        return ((decimal)money.MinorUnits / perUnit).ToString("N" + digits, numbers) + "\u00A0" + Sign(money.Currency);
    }

    private static string Sign(string currency) => currency switch
    {
        "RUB" => "₽",
        "CNY" => "¥",
        "EUR" => "€",
        "USD" => "$",
        "KZT" => "₸",
        var code => code,
    };
}
