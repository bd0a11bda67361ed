using ShipBy.Application.FirstUse;

namespace ShipBy.Pages.FirstUse;

/// <summary>Addresses of the way in, and what its buttons say in their field <c>act</c>.</summary>
internal static class StartPlace
{
    public const string Start = "desk/start", Sample = "desk/start/sample", Forget = "desk/start/forget";

    public const string Act = "act", Fill = "fill", Remove = "remove", Send = "send", Got = "got", Nothing = "nothing";

    /// <value>The field of a pasted count.</value>
    public const string Count = "count";

    public static string Of(StartStep step) => $"{Start}/{NameOf(step)}";

    /// <summary>A screen with another choice than the one that is kept.</summary>
    public static string Of(StartStep step, StartField field, string choice) => $"{Of(step)}?{NameOf(field)}={choice}";

    public static string NameOf(StartStep step) => step.ToString().ToLowerInvariant();

    public static string NameOf(StartField field) => field.ToString().ToLowerInvariant();
}
