using ShipBy.Application.Doctor;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the check-up: what can be found, and what to do about it.</summary>
public sealed class DoctorWords(Texts texts)
{
    public string Title => texts.Say();

    public string About => texts.Say();

    public string Check => texts.Say();

    public string AboutTest => texts.Say();

    public string Send => texts.Say();

    public string AllSound => texts.Say();

    public string NothingToDo => texts.Say();

    public string Faults(int count) => texts.Count("Faults", count);

    public string Warnings(int count) => texts.Count("Warnings", count);

    public string Area(Area area) => texts.Say($"Area.{area}");

    public string Health(Health health) => texts.Say($"Health.{health}");

    /// <param name="at">A moment.</param>
    /// <param name="time">A length of time.</param>
    /// <param name="detail">What somebody outside said, as it came.</param>
    public string Found(Fact fact, string subject, string at, string time, int count, int limit, string detail) => texts.Say(
        $"Found.{fact}", ("subject", subject), ("at", at), ("time", time), ("count", count), ("limit", limit), ("detail", detail)).TrimEnd();

    /// <param name="subject">The shop or the setting that it is about.</param>
    public string Remedy(Fact fact, string subject) => HasRemedy(fact) ? texts.Say($"Remedy.{fact}", ("subject", subject)) : NothingToDo;

    internal bool HasRemedy(Fact fact) => texts.Find($"Remedy.{fact}") is not null;
}
