using ShipBy.Application.FirstUse;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the way from an empty desk to the first real warning, and of the sample data.</summary>
public sealed class StartWords(Texts texts)
{
    public string Title => texts.Say();

    public string Steps => texts.Say();

    public string ByFiles => texts.Say();

    public string Kept => texts.Say();

    public string Rare => texts.Say();

    public string NoWarehouse => texts.Say();

    public string UsualTls => texts.Say();

    public string ImplicitTls => texts.Say();

    public string NoTls => texts.Say();

    public string Next => texts.Say();

    public string TryKey => texts.Say();

    public string Back => texts.Say();

    public string ShopWrong => texts.Say();

    public string NotSaved => texts.Say();

    public string Refused => texts.Say();

    public string Unlisted => texts.Say();

    public string StockFrom => texts.Say();

    public string CountLabel => texts.Say();

    public string CountHint => texts.Say();

    public string CountWrong => texts.Say();

    public string CountBroken => texts.Say();

    public string Send => texts.Say();

    public string SendAgain => texts.Say();

    public string DidItCome => texts.Say();

    public string Got => texts.Say();

    public string Nothing => texts.Say();

    public string NothingByMail => texts.Say();

    public string NothingByChat => texts.Say();

    public string GoOnAnyway => texts.Say();

    public string NotTested => texts.Say();

    public string Tested => texts.Say();

    public string Change => texts.Say();

    public string SwitchOn => texts.Say();

    public string ShowLines => texts.Say();

    public string PasteHow => texts.Say();

    public string PasteSecret => texts.Say();

    public string Forget => texts.Say();

    public string Forgotten => texts.Say();

    public string StartingTitle => texts.Say();

    public string Starting => texts.Say();

    public string ToOrders => texts.Say();

    public string NotWritable => texts.Say();

    public string SampleOffer => texts.Say();

    public string SampleAbout => texts.Say();

    public string SampleFill => texts.Say();

    public string SampleRemove => texts.Say();

    public string SampleBusy => texts.Say();

    public string Banner => texts.Say();

    public string SetUp => texts.Say();

    public string OwnerOnly => texts.Say();

    public string Progress(int number, int count) => texts.Say("Progress", ("number", number), ("count", count));

    public string Step(StartStep step) => texts.Say($"Step.{step}");

    public string About(StartStep step) => texts.Say($"About.{step}");

    public string Field(StartField field) => texts.Say($"Field.{field}");

    public string Hint(StartField field) => texts.Say($"Hint.{field}");

    public string Kind(string kind) => texts.Say(kind switch
    {
        StartInput.Ozon => "Kind.Ozon",
        StartInput.Taobao => "Kind.Taobao",
        _ => "Kind.File",
    });

    public string Channel(string channel) => texts.Say(channel switch
    {
        StartInput.Mail => "Channel.Mail",
        StartInput.Telegram => "Channel.Telegram",
        StartInput.WeCom => "Channel.WeCom",
        StartInput.DingTalk => "Channel.DingTalk",
        _ => "Channel.Feishu",
    });

    /// <param name="fields">Their labels.</param>
    public string Lacking(string fields) => texts.Say("Lacking", ("fields", fields));

    public string Listed(int products) => texts.Count("Listed", products);

    public string CountIn(int products) => texts.Count("CountIn", products);
}
