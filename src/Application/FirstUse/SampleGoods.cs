using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.FirstUse;

/// <summary>Made-up products, in the seller's language: a name in a language that one does not read teaches nothing.</summary>
internal static class SampleGoods
{
    public static readonly SampleProduct Mug = new("MUG-350", "Mug 350 ml", "Кружка 350 мл", "马克杯 350 毫升", 590, "A-1", OnShelf: 24, Safety: 6);

    public static readonly SampleProduct Plate = new("PLATE-26", "Plate 26 cm", "Тарелка 26 см", "餐盘 26 厘米", 740, "A-2", OnShelf: 12, Safety: 4);

    public static readonly SampleProduct Teapot = new("TEAPOT-1", "Teapot 1 l", "Чайник 1 л", "茶壶 1 升", 2_490, "B-1", OnShelf: 5, Safety: 3);

    public static readonly SampleProduct Towel = new("TOWEL-70", "Towel 70×140", "Полотенце 70×140", "浴巾 70×140", 1_150, "C-4", OnShelf: 30, Safety: 0);

    public static readonly SampleProduct Lamp = new("LAMP-2", "Desk lamp", "Настольная лампа", "台灯", 3_300, "C-1", OnShelf: 0, Safety: 2);

    public static readonly SampleProduct Candle = new("CANDLE-3", "Candle, set of 3", "Свечи, 3 шт.", "香薰蜡烛 3 支装", 420, "A-5", OnShelf: 3, Safety: 5);

    public static IReadOnlyList<SampleProduct> All { get; } = [Mug, Plate, Teapot, Towel, Lamp, Candle];

    /// <summary>Whom the sample orders go to.</summary>
    public static IReadOnlyList<Recipient> People(string language) => language switch
    {
        "ru" =>
        [
            Person("Анна Примерова", "+7 900 000-00-01", "RU", "Казань", "ул. Образцовая, 1, кв. 2", "420000"),
            Person("Пётр Пробный", "+7 900 000-00-02", "RU", "Пермь", "ул. Учебная, 5", "614000"),
            Person("Ольга Тестова", "+7 900 000-00-03", "RU", "Омск", "пр. Примерный, 12, кв. 40", "644000"),
        ],
        "zh-CN" =>
        [
            Person("张示例", "130 0000 0001", "CN", "杭州", "示例路 1 号 2 室", "310000"),
            Person("李样本", "130 0000 0002", "CN", "成都", "样本街 5 号", "610000"),
            Person("王测试", "130 0000 0003", "CN", "广州", "测试大道 12 号 40 室", "510000"),
        ],
        _ =>
        [
            Person("Anna Sample", "+44 20 0000 0001", "GB", "London", "1 Example Street, flat 2", "N1 0AA"),
            Person("Peter Trial", "+44 20 0000 0002", "GB", "Leeds", "5 Practice Road", "LS1 0AA"),
            Person("Olga Madeup", "+44 20 0000 0003", "GB", "Bristol", "12 Model Avenue", "BS1 0AA"),
        ],
    };

    public static string Currency(string language) => language == "zh-CN" ? "CNY" : "RUB";

    private static Recipient Person(string name, string phone, string country, string city, string address, string postalCode) =>
        new() { Name = name, Phone = phone, Country = country, City = city, Address = address, PostalCode = postalCode };
}

/// <param name="Price">In roubles; a tenth of it in yuan.</param>
/// <param name="OnShelf">Units that are free.</param>
internal sealed record SampleProduct(string Article, string English, string Russian, string Chinese, int Price, string Zone, int OnShelf, int Safety)
{
    public Sku Sku => Sku.Parse(Article);

    public string NameIn(string language) => language switch
    {
        "ru" => Russian,
        "zh-CN" => Chinese,
        _ => English,
    };

    public OrderLine Line(int units, string language) => new(Sku, NameIn(language), units, Money.Of(language == "zh-CN" ? Price / 10m : Price, SampleGoods.Currency(language)));
}
