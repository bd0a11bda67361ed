using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>Orders handed over after their limit by the source's own times, of those whose limit lies in the run.</summary>
/// <param name="Warned">Of these, named in a mail that was accepted before the limit.</param>
internal sealed record LateOrders(int Count, int Warned)
{
    public static LateOrders Of(RunClock clock, IEnumerable<OrderTrack> orders, IReadOnlyList<AcceptedMail> mails)
    {
        var firstNamed = mails.SelectMany(mail => mail.Names.Select(name => (name.Order, mail.At)))
            .GroupBy(one => one.Order, one => one.At, StringComparer.Ordinal)
            .ToDictionary(order => order.Key, order => order.Min(), StringComparer.Ordinal);
        var late = orders.Where(order => order.Plan.Late && order.Plan.LastLimit is var limit && limit >= clock.Start && !(limit > clock.End)).ToArray();
        return new LateOrders(late.Length, late.Count(order => firstNamed.TryGetValue(order.Plan.Number, out var at) && at < order.Plan.LastLimit));
    }
}
