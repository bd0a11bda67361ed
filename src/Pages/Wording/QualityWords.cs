using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the key figures.</summary>
public sealed class QualityWords(Texts texts)
{
    public string Title => texts.Say();

    public string Hint => texts.Say();

    public string Shop => texts.Say();

    public string AllShops => texts.Say();

    public string Show => texts.Say();

    public string Figure => texts.Say();

    public string Now => texts.Say();

    public string Before => texts.Say();

    public string Standing => texts.Say();

    public string Trend => texts.Say();

    public string NotAvailable => texts.Say();

    public string Definition => texts.Say();

    public string NoData => texts.Say();

    public string Shops => texts.Say();

    public string OthersNotPublic => texts.Say();

    public string SharedShelf => texts.Say();

    public string WhatChanged => texts.Say();

    public string Index => texts.Say();

    public string IndexHint => texts.Say();

    public string IndexSilent => texts.Say();

    public string Compare => texts.Say();

    public string Theirs => texts.Say();

    public string Ours => texts.Say();

    public string TheirsOnly => texts.Say();

    public string OursOnly => texts.Say();

    public string Both => texts.Say();

    public string NoDifference => texts.Say();

    public string Back => texts.Say();

    public string NoteDefect => texts.Say();

    public string NoteDefectHint => texts.Say();

    public string Number => texts.Say();

    public string What => texts.Say();

    public string Note => texts.Say();

    public string DoNote => texts.Say();

    public string TakeBack => texts.Say();

    public string ConfirmCause => texts.Say();

    public string ConfirmCauseHint => texts.Say();

    public string Why => texts.Say();

    public string DoConfirm => texts.Say();

    public string Said(ChangeOutcome outcome) => texts.Say($"Said.{outcome}");

    public string Cause(CauseKind kind) => texts.Say($"Cause.{kind}");

    public string Name(FigureName name) => texts.Say($"Name.{name}");

    public string Define(FigureName name) => texts.Say($"Define.{name}");

    public string Placed(PlacedBy by) => texts.Say($"Placed.{by}");

    public string Status(FigureStatus status) => texts.Say($"Status.{status}");

    public string Defect(DefectKind kind) => texts.Say($"Defect.{kind}");

    /// <param name="count">What the figure is measured over.</param>
    public string Behind(FigureUnit unit, int hits, int count) => unit == FigureUnit.Share ? texts.Say("Behind.Share", ("hits", hits), ("count", count)) : texts.Say("Behind.Hours", ("count", count));

    public string Window(int days, string first, string last) => texts.Say("Window", ("days", days), ("first", first), ("last", last));

    public string Demand(bool isLessBetter, string bad, string atRisk, string asOf, string source) =>
        texts.Say(isLessBetter ? "Demand.Less" : "Demand.More", ("bad", bad), ("risk", atRisk), ("date", asOf), ("source", source));

    public string TrendText(string figure, string values) => texts.Say("TrendText", ("figure", figure), ("values", values));

    public string Hours(string hours) => texts.Say("Hours", ("hours", hours));

    public string ChangeUnknown => texts.Say();

    public string ChangeNothingWrong => texts.Say();

    /// <summary>What changed since last week, in one sentence, with its main cause.</summary>
    public string Change(WeekTurn turn, string now, string before, string cause, int causeNow, int causeBefore) =>
        texts.Say($"Change.{turn}", ("now", now), ("before", before), ("cause", cause), ("causeNow", causeNow), ("causeBefore", causeBefore));
}
