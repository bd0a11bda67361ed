namespace ShipBy.Pages.Wording;

/// <summary>The texts of the morning plan and of the evening report.</summary>
public sealed class DayWords(Texts texts)
{
    public string NothingHeading => texts.Say();

    public string NoCarrier => texts.Say();

    public string HandedOver => texts.Say();

    public string HandedOverLate => texts.Say();

    public string Cancelled => texts.Say();

    public string Warned => texts.Say();

    public string Mails => texts.Say();

    public string StillOpen => texts.Say();

    public string Overdue => texts.Say();

    /// <value>Of those still open.</value>
    public string OpenOverdue => texts.Say();

    public string OutOfStock => texts.Say();

    public string SetAside => texts.Say();

    public string NothingNext => texts.Say();

    /// <param name="count">Shipments to hand over, at least one.</param>
    /// <param name="first">The first deadline that is still ahead; empty where all have passed.</param>
    public string PlanSubject(string day, int count, string first) => first.Length == 0
        ? texts.Count("PlanSubject.late", count, ("day", TextStart.Capital(day)))
        : texts.Count("PlanSubject", count, ("day", TextStart.Capital(day)), ("first", first));

    public string NothingSubject(string day) => texts.Say("NothingSubject", ("day", TextStart.Capital(day)));

    /// <param name="shipments">A number of shipments in words.</param>
    public string PlanHeading(string shipments) => texts.Say("PlanHeading", ("shipments", shipments));

    /// <param name="until">The moment of the next plan.</param>
    public string PlanNote(string until) => texts.Say("PlanNote", ("until", until));

    /// <inheritdoc cref="PlanNote"/>
    public string NothingNote(string until) => texts.Say("NothingNote", ("until", until));

    /// <inheritdoc cref="PlanHeading"/>
    public string PickUp(string carrier, string shipments) => texts.Say("PickUp", ("carrier", carrier), ("shipments", shipments));

    /// <param name="at">When the carrier comes.</param>
    public string PickUpAt(string carrier, string at, string shipments) => texts.Say("PickUpAt", ("carrier", carrier), ("at", at), ("shipments", shipments));

    /// <param name="late">Of those shipped, after the deadline.</param>
    public string ReportSubject(string day, int shipped, int late, int open) => late == 0
        ? texts.Say("ReportSubject", ("day", TextStart.Capital(day)), ("shipped", shipped), ("open", open))
        : texts.Say("ReportSubject.late", ("day", TextStart.Capital(day)), ("shipped", shipped), ("late", late), ("open", open));

    public string ReportHeading(string day) => texts.Say("ReportHeading", ("day", day));

    /// <inheritdoc cref="PlanHeading"/>
    public string NextHeading(string shipments) => texts.Say("NextHeading", ("shipments", shipments));
}
