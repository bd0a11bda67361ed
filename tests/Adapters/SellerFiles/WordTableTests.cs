using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Orders;
using ShipBy.Adapters.SellerFiles.Words;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class WordTableTests
{
    private static readonly WordTable<Meaning> Shipped = OrderFileTerms.ReadWords();

    [Theory]
    [InlineData("to pack", PostingStatus.AwaitingPackaging)]
    [InlineData("  To  PACK ", PostingStatus.AwaitingPackaging)]
    [InlineData("Ожидает сборки", PostingStatus.AwaitingPackaging)]
    [InlineData("Ожидает отгрузки", PostingStatus.AwaitingHandOver)]
    [InlineData("Доставляется", PostingStatus.HandedOver)]
    [InlineData("Отменён", PostingStatus.Cancelled)]
    [InlineData("отменен", PostingStatus.Cancelled)]
    [InlineData("买家已付款，等待卖家发货", PostingStatus.AwaitingPackaging)]
    [InlineData("买家已付款, 等待卖家发货", PostingStatus.AwaitingPackaging)]
    [InlineData("卖家已发货,等待买家确认", PostingStatus.HandedOver)]
    [InlineData("等待买家付款", PostingStatus.AwaitingConfirmation)]
    [InlineData("交易成功", PostingStatus.Delivered)]
    [InlineData("交易关闭", PostingStatus.Cancelled)]
    public void TheWordsBesideTheProgram_AreKnown_InAnyCaseAndSpacing(string word, PostingStatus means) => Assert.Equal(means, Shipped.MeaningOf(word)?.Status);

    [Theory]
    [InlineData("")]
    [InlineData("to")]
    [InlineData("packing")]
    public void AWordThatIsNotThere_IsNotGuessed(string word) => Assert.Null(Shipped.MeaningOf(word));

    [Theory]
    [InlineData("word,means\nготово,packed\nГотово,packed\n", null)]
    [InlineData("word,means\nготово,packed\nГотово,cancelled\n", "line 3, word: 'Готово' is there twice, with two meanings.")]
    [InlineData("word,means\nготово,finished\n", "line 2, means: 'finished' is no meaning. Write one of waiting, to pack,")]
    [InlineData("word;means\n;packed\n", "line 2, word: the cell is empty.")]
    [InlineData("word\nготово\n", "there is no such column")]
    public void ATableOfTheSellers_IsJudged(string text, string? says)
    {
        var flaw = Record.Exception(() => WordTable<Meaning>.Parse(text, "orders.csv", [.. Meaning.All.Select(meaning => (meaning.Word, meaning))]));

        Assert.Equal(says is not null, flaw is InvalidSellerFileException);
        Assert.Contains(says ?? "", flaw?.Message ?? "", StringComparison.Ordinal);
    }
}
