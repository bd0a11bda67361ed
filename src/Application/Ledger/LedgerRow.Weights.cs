using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Ledger;

/// <remarks>How much a row takes in a commit, estimated from above.</remarks>
public abstract partial record LedgerRow
{
    private static int WeightOf(Order order) => 6_000 + order.Earlier.Count * 1_500 + order.Warned.Count * 300 + order.Journal.Sum(entry => 120 + Text(entry.Detail)) + order.Lines.Sum(line => 400 + Text(line.Name, line.Sku.Value) + (line.Content?.Parts.Sum(part => 100 + Text(part.Sku.Value)) ?? 0))
        + Text(order.Key.Shop, order.Key.Number, order.RawStatus, order.Flaw, order.Carrier, order.CancelReason, order.Acknowledged?.By, order.ShipByRule?.Detail, order.Scheme, order.TrackingNumber) + WeightOf(order.Instruction)
        + WeightOf(order.Recipient) + WeightOf(order.Preparation) + order.Packaging.Sum(use => 100 + Text(use.Sku.Value)) + order.Defects.Sum(defect => 200 + Text(defect.By, defect.Note)) + Text(order.Cause?.By, order.Cause?.Note, order.Region);

    private static int WeightOf(Recipient? to) => to is null ? 0 : 300 + Text(to.Name, to.Phone, to.Country, to.Region, to.City, to.Address, to.PostalCode, to.Wish, to.Mark);

    private static int WeightOf(Preparation? done) => done is null ? 0 : 300
        + Text(done.Note, done.LabelRead) + done.Steps.Sum(note => 150 + Text(note.By)) + done.Ticked.Sum(entry => 10 + Text(entry));

    private static int WeightOf(Instruction? instruction) => instruction is null ? 0 : 1_500
        + Text(instruction.AskedBy, instruction.Refusal, instruction.Cancel?.Message, instruction.Ship?.Carrier, instruction.Ship?.TrackingNumber)
        + (instruction.Ship?.Parcels.Sum(parcel => 100 + parcel.Lines.Sum(line => 100 + Text(line.Sku.Value))) ?? 0) + (instruction.Ship?.Beside.Sum(line => 100 + Text(line.Sku.Value)) ?? 0);

    private static int WeightOf(Notice mail) => 2_000 + mail.Warnings.Sum(WeightOf) + mail.Problems.Sum(WeightOf) + mail.Operational.Sum(WeightOf) + mail.Consignments.Sum(WeightOf) + WeightOf(mail.Day);

    private static int WeightOf(DayNews? day) => day is null ? 0 : 1_000
        + (day.Plan?.PickUps.Sum(pickUp => 200 + Text(pickUp.Carrier) + pickUp.Lines.Sum(WeightOf)) ?? 0) + (day.Report is { } report ? report.Next.Sum(WeightOf) + report.Promises.Sum(better => 400 + Text(better.Shop)) : 0);

    /// <summary>What one line adds to the row of its mail.</summary>
    public static int WeightOf(WarningLine? line) => line is null ? 0 : 900 + Text(line.Goods, line.Order.Shop, line.Order.Number, line.Owner, line.Rule?.Detail);

    /// <inheritdoc cref="WeightOf(WarningLine)"/>
    public static int WeightOf(ProblemLine? line) => line is null ? 0 : 200 + Text(line.Subject, line.Reason);

    /// <inheritdoc cref="WeightOf(WarningLine)"/>
    public static int WeightOf(OperationalLine line) => 600 + Text(line.Subject, line.Facts.Detail);

    /// <inheritdoc cref="WeightOf(WarningLine)"/>
    public static int WeightOf(ConsignmentLine line) => 900 + Text(line.Order.Shop, line.Order.Number, line.Carrier, line.TrackingNumber, line.CarrierContact);

    /// <remarks>A character outside ASCII is escaped in the row's body, and the escape once more on the wire: <c>\\u0436</c>.</remarks>
    private static int Text(params IEnumerable<string?> texts) => texts.Sum(text => 7 * (text?.Length ?? 0));
}
