namespace ShipBy.Pages.Wording;

/// <summary>A resource file lacks something that the program says. Nothing is said in another language instead.</summary>
public sealed class MissingTextException(string message) : Exception(message);
