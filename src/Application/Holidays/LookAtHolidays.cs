using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Holidays;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Holidays;

/// <summary>The closed periods ahead, and for each the last days to ship and the texts for buyers, as proposed or as the seller keeps them.</summary>
public sealed class LookAtHolidays(ILedger ledger, CarrierTable table, WorkCalendar calendar, GuardOptions options, TimeProvider clock)
{
    /// <value>In characters.</value>
    public const int LongestText = 2_000;

    private const int DaysAhead = 366;

    public async Task<IReadOnlyList<ClosedPeriod>> PeriodsAsync(CancellationToken cancel) =>
        ClosedPeriods.Of(calendar, await table.AllAsync(cancel), Now.Date, DaysAhead);

    /// <param name="id">Of a period; null: the next.</param>
    /// <param name="arriveBy">When parcels shall be there; null: as it is kept, or else by the day before the period.</param>
    /// <returns>Null where there is no such period.</returns>
    public async Task<KeptPack?> PackAsync(string? id, LocalDate? arriveBy, IHolidayWriter writer, CancellationToken cancel)
    {
        var tariffs = await table.AllAsync(cancel);
        var periods = ClosedPeriods.Of(calendar, tariffs, Now.Date, DaysAhead);
        if (periods.FirstOrDefault(one => id is null || one.Id == id) is not { } period)
        {
            return null;
        }

        var kept = (await ledger.FindAsync(DeskPool.Name, RowKey.Holiday(period.From, period.To), cancel))?.Row as HolidayRow;
        var by = Within(period, arriveBy ?? kept?.ArriveBy) ?? period.From.PlusDays(-1);
        var pack = HolidayPolicy.Of(period, by, tariffs, calendar, Now);
        var texts = writer.Write(pack).Select(text => kept?.Texts.FirstOrDefault(own => (own.Language, own.Part) == (text.Language, text.Part)) ?? text);
        return new KeptPack(pack, [.. texts], kept?.Texts.Count > 0);
    }

    /// <summary>Keeps what the seller wrote, in place of what was kept before.</summary>
    /// <remarks>A text that says what would be proposed is not kept: it goes on following the dates.</remarks>
    /// <returns>False when there is no such period, or others kept writing it at the same moment.</returns>
    public async Task<bool> KeepAsync(string id, LocalDate? arriveBy, IReadOnlyList<HolidayText> texts, IHolidayWriter writer, CancellationToken cancel)
    {
        var tariffs = await table.AllAsync(cancel);
        if (ClosedPeriods.Of(calendar, tariffs, Now.Date, DaysAhead).FirstOrDefault(one => one.Id == id) is not { } period)
        {
            return false;
        }

        var by = Within(period, arriveBy);
        var proposed = writer.Write(HolidayPolicy.Of(period, by ?? period.From.PlusDays(-1), tariffs, calendar, Now)).ToHashSet();
        var own = texts.Where(text => text.Text.Length is > 0 and <= LongestText && !proposed.Contains(text)).DistinctBy(text => (text.Language, text.Part));
        return await KeepRow.AsAsync(ledger, RowKey.Holiday(period.From, period.To), new HolidayRow(period.From, period.To, by, [.. own]), cancel);
    }

    /// <summary>Takes the proposed texts again.</summary>
    /// <returns>False when there is no such period, or others kept writing it at the same moment.</returns>
    public async Task<bool> ForgetAsync(string id, CancellationToken cancel) => (await PeriodsAsync(cancel)).FirstOrDefault(one => one.Id == id) is { } period
        && await KeepRow.AsAsync(ledger, RowKey.Holiday(period.From, period.To), null, cancel);

    private LocalDateTime Now => clock.Now().InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).LocalDateTime;

    /// <returns>Null for a date that is no use: further from the period than anybody plans.</returns>
    private static LocalDate? Within(ClosedPeriod period, LocalDate? day) => day >= period.From.PlusDays(-DaysAhead) && day <= period.To.PlusDays(DaysAhead) ? day : null;
}

/// <param name="Texts">Every part in every language.</param>
/// <param name="IsKept">Whether the seller wrote some of them.</param>
public sealed record KeptPack(HolidayPack Pack, IReadOnlyList<HolidayText> Texts, bool IsKept);
