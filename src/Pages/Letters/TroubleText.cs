using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>One line about ShipBy itself, in words.</summary>
/// <param name="What">The whole of it where it is over.</param>
/// <param name="Cause">Null where it is over.</param>
/// <param name="Remedy">Null where it is over.</param>
public sealed record TroubleText(string Title, string What, string? Cause, string? Remedy)
{
    private const int MaxDetail = 300;

    public bool IsOver => Remedy is null;

    public static TroubleText Of(OperationalLine line, Words words, ShopClock clock) => line.IsOver
        ? new TroubleText(TitleOf(line, words), words.Playbook.Over(words.Playbook.Name(line.Kind), SubjectOf(line, words), TimeLeft.Length(line.At - line.Since, words.Time)), null, null)
        : Of(line.Kind, line.Subject, line.Facts, words, clock);

    public static TroubleText Of(OperationalAlertKind kind, string subject, AlertFacts facts, Words words, ShopClock clock)
    {
        var playbook = words.Playbook;
        var (name, told) = (Short(subject, 120), Short(playbook.SubjectOf(subject), 120));
        return new TroubleText(
            $"{playbook.Name(kind)}: {told}",
            playbook.What(
                kind,
                told,
                facts.At is { } at ? clock.Tell(at) : playbook.Never,
                TimeLeft.Length(facts.Length ?? Duration.Zero, words.Time),
                facts.Count ?? 0,
                facts.Other ?? 0,
                string.IsNullOrWhiteSpace(facts.Detail) ? playbook.NothingSaid : Short(facts.Detail, MaxDetail)),
            playbook.Cause(kind),
            playbook.Remedy(kind, name));
    }

    internal static string SubjectOf(OperationalLine line, Words words) => Short(words.Playbook.SubjectOf(line.Subject), 60);

    private static string TitleOf(OperationalLine line, Words words) => $"{words.Playbook.Name(line.Kind)}: {SubjectOf(line, words)}";

    private static string Short(string text, int length) => Plain.Cut(Plain.OneLine(text), length);
}
