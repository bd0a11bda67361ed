using System.ComponentModel.DataAnnotations;

namespace ShipBy.Application.Settings;

/// <summary>How ShipBy guards, as the seller sets it (<c>ShipBy__*</c>).</summary>
public sealed class GuardOptions
{
    public const string Section = "ShipBy";

    internal const string WorkingTime = "working";

    /// <value>Rungs before the deadline, largest first, as <c>24h,12h,6h,2h</c>. A rung may be given another length than its name says: <c>24h=30s</c>. "Overdue" is always there.</value>
    [Required] public string Ladder { get; set; } = "24h,12h,6h,2h";

    /// <value>The shop's working time: a calendar by its name, or a file. A rung that falls into closed hours then comes before they begin. Empty: rungs follow the clock.</value>
    public string Calendar { get; set; } = "";

    /// <value>How long before a closing such a rung comes. Default 2 hours.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")] public TimeSpan CalendarLead { get; set; } = TimeSpan.FromHours(2);

    /// <value><c>clock</c>, or <c>working</c>: the rungs' lengths are counted in the calendar's working time. Default <c>clock</c>.</value>
    [RegularExpression($"clock|{WorkingTime}")] public string LadderTime { get; set; } = "clock";

    /// <value>Mail address that warnings go to. Empty: nobody is written to, and the desk says so.</value>
    public string Contact { get; set; } = "";

    /// <value>Mail address of who is told when nobody acknowledges; empty: nobody else is told by mail.</value>
    public string SecondContact { get; set; } = "";

    /// <value>How long the first contact has to acknowledge the last rung, or overdue, before the second one is told. Default 30 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan EscalateAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <value>How long an acknowledged order stays quiet; null: until the last rung before its deadline, which is the longest anyway.</value>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")] public TimeSpan? QuietAfterAcknowledge { get; set; }

    /// <value>Local hours in which only what cannot wait is said, such as <c>22:00-08:00</c>; empty: none.</value>
    public string QuietHours { get; set; } = "";

    /// <value>What can wait is collected and said at most this often by a channel. Default zero: one digest a sweep.</value>
    [Range(typeof(TimeSpan), "00:00:00", "04:00:00")] public TimeSpan GroupInterval { get; set; } = TimeSpan.Zero;

    /// <value>When the plan of the day is told, on the seller's clock, as <c>08:00</c>; empty: never. Nothing is told of a day without work.</value>
    public string MorningPlanAt { get; set; } = "08:00";

    /// <value>When the report of the day is told, on the seller's clock, as <c>20:00</c>; empty: never. Nothing is told of a day without work.</value>
    public string EveningReportAt { get; set; } = "20:00";

    /// <value>Plan and report come on days without work too.</value>
    public bool AlwaysTell { get; set; }

    /// <value>What missing a deadline costs: a table's name in the folder <c>costs</c>, or a file's path; <c>none</c>: nothing is said of it.</value>
    public string CostTable { get; set; } = "ozon";

    /// <value>From where on a key figure is near its limit, and beyond it: a table's name in the folder <c>quality</c>, or a file's path; <c>none</c>: no figure is judged.</value>
    public string FigureTable { get; set; } = "thresholds";

    /// <value>Defects that the own defect rate counts, with commas between, of <c>DefectKind</c>. Default all.</value>
    public string CountedDefects { get; set; } = "All";

    /// <value>
    /// The chance to miss its deadline from which an order is worth one warning before the ladder begins, by the shop's own pace. Default one half: more likely missed than
    /// not. 0 and 1 switch it off.
    /// </value>
    [Range(0.0, 1.0)] public double EarlyWarningAt { get; set; } = 0.5;

    /// <value>Parcels that can be packed on a working day; null: nobody said, and no day is too full.</value>
    [Range(1, 100_000)] public int? PackingCapacity { get; set; }

    /// <value>IANA time zone of the seller.</value>
    [Required] public string TimeZone { get; set; } = "Europe/Moscow";

    /// <value><c>ru</c>, <c>zh-CN</c> or <c>en</c>.</value>
    [RegularExpression("ru|zh-CN|en")] public string Language { get; set; } = "ru";

    /// <value>Address of this deployment, such as <c>https://my-shipby.azurewebsites.net</c>; links in mails start with it.</value>
    public string PublicUrl { get; set; } = "";

    /// <value>Secret of the desk page: whoever has it may read and acknowledge. At least 16 characters; empty closes the page.</value>
    public string DeskKey { get; set; } = "";

    /// <value>Secret that opens the desk page for a packer, who ships and counts but changes nothing that the shop stands by. At least 16 characters; empty: there is none.</value>
    public string PackerKey { get; set; } = "";

    /// <value>Who may enter by the platform's own login, such as <c>anna@example.com, boris@example.com=packer</c>; no key opens the page then. Empty: keys and one-time links do.</value>
    public string DeskUsers { get; set; } = "";

    /// <value>Secret that the links in messages are signed with, at least 16 characters; empty: one that follows from <see cref="DeskKey"/>. Without both, messages have no such links.</value>
    public string LinkSecret { get; set; } = "";

    /// <value>The <see cref="LinkSecret"/> before the present one; links signed with it are good until they expire. Empty: there is none.</value>
    public string PreviousLinkSecret { get; set; } = "";

    /// <value>How long a link in a message is good, and no less than a day past the deadline that it is about. Default 3 days.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")] public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <value>Unguessable part of the push address, at least 16 characters; empty closes the push endpoint.</value>
    public string PushSecret { get; set; } = "";

    /// <value>Networks that pushes come from, such as <c>195.34.21.0/24</c>, parted by commas; empty: those that the marketplace names; <c>*</c>: any.</value>
    /// <remarks>Asked of the last hop, which the platform wrote; of a caller on this machine nothing is asked.</remarks>
    public string PushSources { get; set; } = "";

    /// <value>Work that is older than this gets another ring. Default 2 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan RingAgainAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>How far back a poll looks behind the last complete one. Default 10 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan PollOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>Orders that were closed before the first poll are taken if they are younger than this. Default 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:00", "60.00:00:00")] public TimeSpan LookBack { get; set; } = TimeSpan.FromDays(1);

    /// <value>
    /// How long a closed order stays in the ledger before it moves to the history; longer than a poll may take, or a poll that began before the order was known
    /// could bring it in a second time after it has left. Default 12 hours.
    /// </value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan KeepClosedFor { get; set; } = TimeSpan.FromHours(12);

    /// <value>Cut-offs this far back and ahead are read. Default 60 days.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "180.00:00:00")] public TimeSpan CutoffWindow { get; set; } = TimeSpan.FromDays(60);

    /// <value>Trouble with ShipBy itself is told again this often while it lasts. Default 4 hours. Warnings about orders are never repeated.</value>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")] public TimeSpan RepeatInterval { get; set; } = TimeSpan.FromHours(4);

    /// <value>A timer without a sign of life for this long counts as silent; it gives one, and looks after the others, three times as often. Default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:03", "1.00:00:00")] public TimeSpan SilentAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>A shop that could not be read whole for this long is worth a mail. Default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan OutageAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <value><c>managed</c> by Azure, or <c>custom</c>: one's own, which may send more.</value>
    [RegularExpression("managed|custom")] public string MailDomain { get; set; } = "managed";

    /// <value>Mails allowed per <see cref="MailWindowShort"/>; null: what the mail domain allows.</value>
    [Range(1, 100_000)] public int? MailsPerShortWindow { get; set; }

    /// <value>Mails allowed per <see cref="MailWindowLong"/>; null: what the mail domain allows.</value>
    [Range(1, 1_000_000)] public int? MailsPerLongWindow { get; set; }

    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")] public TimeSpan MailWindowShort { get; set; } = TimeSpan.FromMinutes(1);

    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")] public TimeSpan MailWindowLong { get; set; } = TimeSpan.FromHours(1);

    /// <value>How long a mail may be on its way before the channel is asked about it. Default 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "01:00:00")] public TimeSpan MailPatience { get; set; } = TimeSpan.FromMinutes(1);
}
