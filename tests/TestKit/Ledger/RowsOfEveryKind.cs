using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Days;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using ShipBy.Domain.Holidays;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.TestKit.Ledger;

/// <summary>A ledger row of each kind with every part of it filled, in characters and lengths that a store may stumble over.</summary>
internal static class RowsOfEveryKind
{
    public static LedgerRow[] Make()
    {
        var order = Sample.Order with
        {
            State = OrderState.OutOfStock,
            OutOfStockAt = Sample.Noon + Duration.FromTicks(1),
            MissingUnits = 3,
            Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)],
            Acknowledged = new Acknowledgement("Анна", Sample.Noon, Sample.Noon + Duration.FromHours(1)),
            Flaw = "a flaw",
            Scheme = "non_integrated",
            TrackingNumber = "1",
            Remarks = [PostingRemark.OddAddress, PostingRemark.Note],
            Instruction = new Instruction
            {
                Kind = InstructionKind.Ship,
                Ship = new ShipOrder([new Parcel([new ParcelLine(Sample.Mug, 2)])], "YTO", "2", IsHandedOver: true) { Beside = [new ParcelLine(Sku.Parse("S-1"), 3)], Goods = [new GoodsDatum(Sample.Mug, 1, GoodsDatumKind.Mark, "0104600000000017215\u001dж"), new GoodsDatum(Sample.Mug, null, GoodsDatumKind.Declaration, GoodsDatum.Absent)] },
                Cancel = new CancelOrder(402, "слово") { Parts = [new CancelledUnits(Sample.Mug, 1, 2)] },
                CutOff = Sample.Noon,
                AskedAt = Sample.Noon,
                AskedBy = "Анна",
                State = InstructionState.Told,
                LastStep = ShippingStep.Pack,
                Repeats = 1,
                CalledAt = Sample.Noon,
                Calls = 2,
                LookAt = Sample.Noon,
                Refusal = "слово",
            },
            Packaging = [new PackagingUse(Sku.Parse("BOX/ж"), 2)],
            CancelAskedUntil = Sample.Noon,
            Recipient = new Recipient { Name = "Анна", Phone = "1", Country = "RU", Region = "р", City = "г", Address = "у", PostalCode = "2", Wish = "слово" },
            Preparation = new Preparation { Steps = [new StepNote(PreparationStep.Packed, "Анна", Sample.Noon)], Ticked = ["слово"], PrintedAt = Sample.Noon, Note = "слово", LabelRead = "3" },
            CarrierTold = new CarrierNote(CarrierEventKind.Returned, Sample.Noon),
            Journal = [new JournalEntry(Sample.Noon, JournalEvent.Held, null)],
            PaidAt = Sample.Noon,
            CancelledBy = Canceller.Carrier,
            ShortAtFirst = 3,
            DeliverBy = Sample.Noon,
            DeliveredAt = Sample.Noon,
            Review = 2,
            Defects = [new Defect(DefectKind.Damaged, Sample.Noon, "Анна", "слово", Sample.Noon)],
            Cause = new ConfirmedCause(CauseKind.Process, "Анна", Sample.Noon, "слово"),
            Region = "край",
            HasLeft = true,
            Transit = new Sighting(TransitSign.Scanned, "слово", Sample.Noon),
            Lines = [.. Enumerable.Range(0, 90).Select(i => new OrderLine(Sku.Parse($"S-{i}"), new string('ж', 200), i + 1, null) { Content = i == 0 ? new BundleContent([new BundlePart(Sample.Mug, 2)]) : null })],
        };
        var alert = new OperationalAlert
        {
            Kind = OperationalAlertKind.PoisonMessage,
            Subject = "reserve-stock-poison",
            Severity = Severity.Critical,
            Facts = new AlertFacts(Sample.Noon, Duration.FromMinutes(5), 1, 2, "слово"),
            Since = Sample.Noon,
            Stage = 2,
            ToldAt = Sample.Noon,
            QuietSince = Sample.Noon,
            NotBy = "mail",
        };
        var limit = new TransitClock(ConsignmentTrouble.NotArrived, Sample.Noon);
        var parcel = new Consignment
        {
            Order = order.Key,
            OrderedAt = Sample.Noon,
            HandedOverAt = Sample.Noon,
            Seen = order.Transit,
            Carrier = "中通快递",
            TrackingNumber = "1",
            Value = new Money(1, "RUB"),
            Told = [new TransitNote(limit, "overdue", 2, Sample.Noon)],
            Care = new ConsignmentCare("Анна", Sample.Noon),
            LookAt = Sample.Noon + Duration.FromTicks(1),
        };
        var mail = new Notice
        {
            Id = Guid.NewGuid(),
            State = NoticeState.Sending,
            CreatedAt = Sample.Noon,
            AttemptedAt = Sample.Noon,
            Warnings = [new WarningLine(order.Key, ["24h", "12h"], Sample.Noon, order.State, "Mug × 2", new Money(1, "RUB"), 3, IsLastRung: true)],
            Problems = [new ProblemLine("P-1", "a reason")],
            Operational = [OperationalLine.Of(alert, Sample.Noon, isOver: false)],
            Consignments = [new ConsignmentLine(order.Key, limit, IsOver: true, Sample.Noon, Sample.Noon, "почта", "1", "+7 000 000-00-00", new Money(1, "RUB"))],
            StatusReadAt = Sample.Noon,
            Trouble = new ChannelTrouble(Sample.Noon, "the domain is not verified"),
        };
        var day = new LocalDate(2026, 3, 2);
        var plan = mail with { Id = Guid.NewGuid(), Day = new DayNews(Plan: new DayPlan(day, Sample.Noon, 1, 2, 3, 4, null, [new PickUp("почта", Sample.Noon, 1, mail.Warnings)])) };
        var report = mail with { Id = Guid.NewGuid(), Day = new DayNews(Report: new DayReport(day, 1, 2, 3, 4, 5, 6, 7, 8, mail.Warnings) { Promises = [new BetterPromise("shop", new(Duration.FromHours(30), 200, 191), new(Duration.FromHours(16.5), 200, 140))] }) };
        var carrier = new CarrierTariff
        {
            Id = Guid.NewGuid(),
            Name = "СДЭК",
            Code = "cdek",
            Countries = ["RU"],
            PostalCodes = ["42"],
            Places = ["Казань", "广东"],
            UpTo = 500,
            Price = new Money(1, "RUB"),
            Days = 3,
            PickUps = PickUpTime.Read("Mon-Fri 16:00")!,
            Contact = "a@b.example",
            Emergency = "+7 900 000-00-00",
            Shutdowns = [new Shutdown(day, day.PlusDays(1))],
            Rule = NumberRule.S10,
        };
        return
        [
            new OrderRow(order), Sample.StockRow("A"), new DueRow(Sample.Noon, order.Key), new InstructionRow(Sample.Noon, order.Key), new ConsignmentRow(parcel), new TransitRow(parcel.LookAt, parcel.Order, IsTold: true), new WaitingRow(order), new LeaseRow(1, 2, Sample.Noon),
            new NoticeRow(mail), new SaidRow(mail), new NoticeRow(plan), new SaidRow(report), new ToldRow(DayKind.Plan, day), new WatchRow("shop", Sample.Noon, Sample.Noon, Sample.Noon, new ReadingFailure(ReadingFailureKind.Refused, "closed")), new AsideRow("shop", "abc", Sample.Noon),
            new BudgetRow("mail", Sample.Noon, 3), new TicketRow("nonce", Sample.Noon), new ProbeRow("ledger", Sample.Noon), new TotalsRow(day, new DayTotals(1, 2, 3, 4, 5, 6), [new ShopTotals("shop", 5, 1, new HandOverRecord(5, Duration.FromTicks(12_345_678_901))) { Took = new HandlingTimes([new HandlingTimes.Count(3, 4), new HandlingTimes.Count(9, 1)]) }], [new ShopQuality("магазин", QualityTally.Of([(QualityMeasure.Ordered, 3), (QualityMeasure.MinutesTaken, 5_000_000_000)], DefectKinds.Late | DefectKinds.WrongItem, new HandlingTimes([new HandlingTimes.Count(2, 1)])))]),
            new TroubleRow(day, TroubledOrder.Of(order, Sample.Noon)!), new ImprovementRow(new Improvement(Guid.NewGuid(), "вторая смена", "Анна", day, CauseKind.Staff, "магазин", "Борис", Sample.Noon) { Until = day }),
            new AlertRow(alert), new BeatRow("PollOrders", Sample.Noon), new GateRow("KeyCheck", Sample.Noon), new GapRow("shop", [new ListGap("P-1", true, Sample.Noon)]),
            new OfferRow("shop", new Offer(Sku.Parse("A"), 5, Sample.Noon, OfferState.Refused, "archived")), new OfferTroubleRow("shop", Sample.Noon, 1, "A: archived", ReadsTheOtherWay: true),
            new ReceiptRow("№ 7/ж", Sku.Parse("A/ж"), 5, Sample.Noon, "print", "поставщик", Sample.Noon),
            new CardRow(new ProductCard(Sku.Parse("A/ж")) { Name = "Кружка", Zone = "Б-1", Packaging = "коробка", PerPackage = 6, IsPackaging = true, Weight = 350, Supplier = "поставщик", BarCode = "4600000000000", SafetyStock = 3, LeadDays = 14 }),
            new CountRow(new StockTaking(Guid.NewGuid(), Sample.Noon, "Анна", [new CountedLine(Sample.Mug, 3, 5, CountedLineState.Moved), new CountedLine(Sku.Parse("A/ж"), 3, null)]) { ClosedAt = Sample.Noon, ClosedBy = "Борис" }),
            new PurchaseRow(new PurchaseOrder(Guid.NewGuid(), "№ 7/ж", "поставщик", Sample.Noon, "Анна", [new PurchaseLine(Sample.Mug, 5, 2)]) { Expected = day, ClosedAt = Sample.Noon }),
            new CarriersRow([carrier, carrier with { Id = Guid.NewGuid(), Name = new string('ж', 100) }]),
            new SentRow(new SentParcel(order.Key, "中通快递", "1", Sample.Noon + Duration.FromTicks(1), IsLate: true)), new StartsRow(Guid.NewGuid()), new UnfinishedRow(Guid.NewGuid(), Sample.Noon, 50), new WaybillLinesRow(2, [new WaybillLine("СДЭК", 20)]), new WaybillRow(new WaybillLot(Guid.NewGuid(), "СДЭК", Sample.Noon, "Анна") { Listed = ["A1", "A2", "A3"], Taken = 1, Struck = ["A3"], Back = ["A1"] }),
            new WaybillRow(new WaybillLot(Guid.NewGuid(), "EMS", Sample.Noon, "Анна") { Run = new WaybillRun("EE473124829CN", NumberRule.S10, -1, 2), Taken = 2 }), new HolidayRow(day, day.PlusDays(3), day, [new HolidayText("zh-CN", HolidayPart.WhyLate, "春节 ж")]), new ViewRow("б/а#", "q=ж"), new StartRow(new string('a', 40_000)), new ChecklistRow("shop", ["слово", "two"]),
            new BatchRow(new ShipmentBatch(Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"), Sample.Noon, "Анна", "YTO", IsHandedOver: true, [new BatchItem(order.Key, "1", BatchItemState.Refused, AskFlaw.NoStock) { IsFromStock = true, IsGivenBack = true, Joins = new OrderKey("shop", "P-0") }])),
            new JournalRow(Sample.Noon, Guid.NewGuid(), string.Concat(Enumerable.Repeat("шт. held 5, counted 3; ", 2_000))),
        ];
    }
}
