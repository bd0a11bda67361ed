using System.Globalization;

namespace ShipBy.Kills.Tests;

/// <summary>A file of made-up orders of one week: several lines, few products, many that ship late, some that never do, some cancelled.</summary>
internal static class OrdersToCome
{
    private const string Header = "order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,items";

    private const int Products = 12;

    private static readonly DateTime Monday = new(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Write(string file, KillPlan plan)
    {
        var chance = new Random(plan.Seed);
        File.WriteAllLines(file, Enumerable.Range(1, plan.Orders).Select(number => Row(number, chance)).Prepend(Header));
    }

    private static string Row(int number, Random chance)
    {
        var appears = Monday + (TimeSpan.FromDays(7) * chance.NextDouble());
        var limit = appears + TimeSpan.FromHours(chance.Next(6, 120));
        var fate = chance.NextDouble();
        var carrier = appears + ((limit - appears) * (0.3 + chance.NextDouble()));
        var (status, carried) = fate < 0.08 ? ("canceled", "") : fate < 0.15 ? ("invoiced", "") : ("delivered", Text(carrier));
        var items = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => $"p{chance.Next(Products)} x {chance.Next(1, 3)}");

        return string.Join(',', string.Create(CultureInfo.InvariantCulture, $"o{number:0000}"), "s1", status, Text(appears), Text(appears), Text(limit), carried, string.Join('|', items));
    }

    private static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
