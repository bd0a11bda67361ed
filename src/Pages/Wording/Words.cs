using System.Collections.Concurrent;
using System.Globalization;

namespace ShipBy.Pages.Wording;

/// <summary>All that ShipBy says to a seller in one language.</summary>
public sealed class Words
{
    private static readonly ConcurrentDictionary<string, Words> Spoken = [];

    private Words(string language)
    {
        Language = language;
        Numbers = language == "ru"
            ? new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," }
            : new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };
        Time = new TimeWords(Texts.Of("Time", language));
        Orders = new OrderWords(Texts.Of("Order", language));
        Rule = new RuleWords(Texts.Of("Rule", language));
        Cost = new CostWords(Texts.Of("Cost", language));
        Letter = new LetterWords(Texts.Of("Letter", language));
        Day = new DayWords(Texts.Of("Day", language));
        Outlook = new OutlookWords(Texts.Of("Outlook", language));
        Promise = new PromiseWords(Texts.Of("Promise", language));
        Shipping = new ShippingWords(Texts.Of("Shipping", language));
        Transit = new TransitWords(Texts.Of("Transit", language));
        Today = new TodayWords(Texts.Of("Today", language));
        Enter = new EnterWords(Texts.Of("Enter", language));
        Filter = new FilterWords(Texts.Of("Filter", language));
        Prepare = new PrepareWords(Texts.Of("Prepare", language));
        Batch = new BatchWords(Texts.Of("Batch", language));
        Stock = new StockWords(Texts.Of("Stock", language));
        Carrier = new CarrierWords(Texts.Of("Carrier", language));
        Peak = new PeakWords(Texts.Of("Peak", language));
        Quality = new QualityWords(Texts.Of("Quality", language));
        Holiday = new HolidayWords(Texts.Of("Holiday", language));
        Waybill = new WaybillWords(Texts.Of("Waybill", language));
        Bill = new BillWords(Texts.Of("Bill", language));
        Why = new WhyWords(Texts.Of("Why", language));
        Start = new StartWords(Texts.Of("Start", language));
        Frame = new FrameWords(Texts.Of("Frame", language));
        Link = new LinkWords(Texts.Of("Link", language));
        Doctor = new DoctorWords(Texts.Of("Doctor", language));
        TestLetter = new TestLetterWords(Texts.Of("TestLetter", language));
        Playbook = new PlaybookWords(Texts.Of("Playbook", language));
    }

    /// <value>Its tag, as the settings and <c>lang</c> attributes have it.</value>
    public string Language { get; }

    public NumberFormatInfo Numbers { get; }

    /// <value>What stands between two sentences. Chinese is written without spaces.</value>
    public string SentenceGap => Language == "zh-CN" ? "" : " ";

    /// <value>What stands between the parts of a list.</value>
    public string ListGap => Language == "zh-CN" ? "、" : ", ";

    public TimeWords Time { get; }

    public OrderWords Orders { get; }

    public RuleWords Rule { get; }

    public CostWords Cost { get; }

    public LetterWords Letter { get; }

    public DayWords Day { get; }

    public OutlookWords Outlook { get; }

    public PromiseWords Promise { get; }

    public ShippingWords Shipping { get; }

    public TransitWords Transit { get; }

    public TodayWords Today { get; }

    public EnterWords Enter { get; }

    public FilterWords Filter { get; }

    public PrepareWords Prepare { get; }

    public BatchWords Batch { get; }

    public StockWords Stock { get; }

    public CarrierWords Carrier { get; }

    public PeakWords Peak { get; }

    public QualityWords Quality { get; }

    public HolidayWords Holiday { get; }

    public WaybillWords Waybill { get; }

    public BillWords Bill { get; }

    public WhyWords Why { get; }

    public StartWords Start { get; }

    public FrameWords Frame { get; }

    public LinkWords Link { get; }

    public DoctorWords Doctor { get; }

    public TestLetterWords TestLetter { get; }

    public PlaybookWords Playbook { get; }

    /// <exception cref="ArgumentException">We do not speak <paramref name="language"/>.</exception>
    public static Words In(string language) => Texts.Languages.Contains(language)
        ? Spoken.GetOrAdd(language, one => new Words(one))
        : throw new ArgumentException($"'{language}' is not a language of ShipBy; set ShipBy__Language to ru, zh-CN or en.", nameof(language));
}
