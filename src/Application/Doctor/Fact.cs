namespace ShipBy.Application.Doctor;

/// <summary>What a check-up can find. Each has its words and, where something is to be done, its remedy.</summary>
public enum Fact
{
    SettingsSound,
    SettingWrong,
    SettingUnknown,
    NoShop,

    /// <summary>Other checks need a setting that is wrong.</summary>
    SettingsFirst,

    StorageSound,
    StorageSilent,
    StorageRefused,
    QueueSound,
    QueueMissing,

    ClockSound,
    ClockOff,
    ClockFarOff,
    ClockUnknown,

    ScheduleSound,
    ScheduleMissing,
    ScheduleUnreadable,
    ScheduleNever,
    PollTooRare,
    SweepTooRare,

    KeySound,
    KeyGoodUntil,
    KeyEndsSoon,
    KeyRefused,
    KeyLacksReading,
    KeyLacksMore,
    ShopBusy,
    ShopRefuses,
    ShopSilent,
    ShopReadLately,
    ShopReadLate,
    ShopNeverRead,

    RoutesSound,
    NobodyIsTold,
    ContactMissing,
    SecondContactMissing,
    MailsToFolder,
    PatienceTooShort,

    QuotaSound,
    QuotaTight,
    QuotaUsedUp,

    DeskOpen,
    DeskClosed,
    DeskKeyShort,
    AddressMissing,
    AddressWrong,
    AddressPlain,
    AddressLocal,
    AddressAnswers,
    AddressSilent,
    AddressOfOthers,
    PushClosed,

    TestAccepted,
    TestBusy,
    TestRefused,
    TestUndecided,
    TestOverQuota,
    TestToNobody,
    TestJustSent,

    /// <summary>The storage gave no answer to somebody who needed it for something else.</summary>
    NotLookedAt,
    TookTooLong,
    Broke,
}

public static class FactHealth
{
    public static Health Health(this Fact fact) => fact switch
    {
        Fact.SettingsSound or Fact.StorageSound or Fact.QueueSound or Fact.ClockSound or Fact.ScheduleSound or Fact.KeySound or Fact.KeyGoodUntil or Fact.ShopReadLately
            or Fact.RoutesSound or Fact.QuotaSound or Fact.DeskOpen or Fact.AddressAnswers or Fact.TestAccepted => Doctor.Health.Sound,
        Fact.QueueMissing or Fact.ClockUnknown or Fact.ShopNeverRead or Fact.SecondContactMissing or Fact.AddressLocal or Fact.PushClosed or Fact.KeyLacksMore or Fact.TestToNobody or Fact.TestJustSent
            => Doctor.Health.Note,
        Fact.SettingUnknown or Fact.SettingsFirst or Fact.ClockOff or Fact.PollTooRare or Fact.SweepTooRare or Fact.KeyEndsSoon or Fact.ShopBusy or Fact.ShopReadLate or Fact.ContactMissing
            or Fact.MailsToFolder or Fact.PatienceTooShort or Fact.QuotaTight or Fact.DeskClosed or Fact.AddressMissing or Fact.AddressPlain or Fact.TestBusy or Fact.TestUndecided
            or Fact.TestOverQuota or Fact.NotLookedAt => Doctor.Health.Warning,
        _ => Doctor.Health.Fault,
    };
}
