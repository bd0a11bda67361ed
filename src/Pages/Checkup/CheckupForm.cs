namespace ShipBy.Pages.Checkup;

/// <summary>What the page's forms ask for, in their field <c>act</c>.</summary>
internal static class CheckupForm
{
    public const string Check = "check";

    public const string Send = "send";
}
