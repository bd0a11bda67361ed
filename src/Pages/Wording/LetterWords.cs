namespace ShipBy.Pages.Wording;

/// <summary>The texts of mails.</summary>
public sealed record LetterWords
{
    /// <value>Time in words, number of the most urgent shipment, how many more there are.</value>
    public required Func<string, string, int, string> WarningSubject { get; init; }

    /// <value>What the first problem is about, how many more there are.</value>
    public required Func<string, int, string> ProblemSubject { get; init; }

    public required string NothingSubject { get; init; }

    public required string MaybeRepeatedMark { get; init; }

    public required string MaybeRepeated { get; init; }

    /// <value>Takes the number of shipments in words.</value>
    public required Func<string, string> WarningHeading { get; init; }

    public required string ProblemHeading { get; init; }

    /// <value>What missing the deadline costs.</value>
    public required string Cost { get; init; }

    public required string OpenDesk { get; init; }

    /// <value>Stands where the link would be when the deployment's address is not set.</value>
    public required string NoAddress { get; init; }

    public required string DeadlineColumn { get; init; }

    public required string ShipmentColumn { get; init; }

    public required string Deadline { get; init; }

    /// <value>How many further lines are shown on the page only.</value>
    public required Func<int, string> More { get; init; }

    /// <value>Takes the moment of writing and the name of the time zone.</value>
    public required Func<string, string, string> Footer { get; init; }

    public required string HowToSilence { get; init; }
}
