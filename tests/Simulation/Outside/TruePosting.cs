using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Simulation.Outside;

/// <summary>A posting as the marketplace has it, with all that it ever was.</summary>
internal sealed class TruePosting(Posting first, Instant at)
{
    private readonly List<Version> _versions = [new(at, first)];

    public OrderKey Key => Now.Key;

    public Posting Now => _versions[^1].Posting;

    public Instant ChangedAt => _versions[^1].At;

    public IReadOnlyList<Version> Versions => _versions;

    /// <value>Its last change shows in no list; only asking for the posting tells.</value>
    public bool ChangedSilently { get; private set; }

    /// <value>When the goods left; null while they are on the shelf.</value>
    public Instant? LeftAt { get; private set; }

    /// <value>When it was first in an answer that the app received or could have received.</value>
    public Instant? ShownAt { get; set; }

    public void Become(Posting posting, Instant at, bool silently = false)
    {
        _versions.Add(new Version(at, posting));
        ChangedSilently = silently;
        if (posting.Status is PostingStatus.HandedOver or PostingStatus.Delivered)
        {
            LeftAt ??= at;
        }
    }

    /// <summary>When the posting stopped being open work with this cut-off for good; null while it still is. Before it first was, it counts as over.</summary>
    public Instant? EndOf(Instant deadline)
    {
        var end = (Instant?)_versions[0].At;
        foreach (var (at, posting) in _versions)
        {
            var isOpen = posting.Status.IsOpen() && posting.ShipBy == deadline;
            end = isOpen ? null : end ?? at;
        }

        return end;
    }

    /// <summary>When it was first open work with this cut-off in the stretch that lasted longest to the end; null when it never was.</summary>
    public Instant? StartOf(Instant deadline)
    {
        Instant? start = null;
        var wasOpen = false;
        foreach (var (at, posting) in _versions)
        {
            var isOpen = posting.Status.IsOpen() && posting.ShipBy == deadline;
            start = isOpen && !wasOpen ? at : start;
            wasOpen = isOpen;
        }

        return start;
    }

    internal readonly record struct Version(Instant At, Posting Posting);
}
