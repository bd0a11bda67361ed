namespace ShipBy.TestKit.Storage.Faults;

/// <summary>What the real storage service does now and then, and the emulator never.</summary>
public enum StorageFault
{
    None,

    /// <summary>503 ServerBusy; nothing happened.</summary>
    Busy,

    /// <summary>429 with a <c>Retry-After</c>; nothing happened.</summary>
    TooManyRequests,

    /// <summary>The connection ends before the request took effect.</summary>
    CutBeforeTheEffect,

    /// <summary>The request takes effect and its answer is lost.</summary>
    CutAfterTheEffect,

    /// <summary>A page without rows that names a next one, as at the border of two partition servers. Queries only.</summary>
    EmptyPage,

    /// <summary>A page of fewer rows than were asked for, although there are more. Queries only.</summary>
    ShortPage,
}
