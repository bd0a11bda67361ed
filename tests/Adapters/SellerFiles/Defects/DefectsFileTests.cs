using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Defects;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Tests.SellerFiles.Defects;

public sealed class DefectsFileTests
{
    [Theory]
    [InlineData("order,kind\nA-1,broken\n", DefectKind.Damaged, null)]
    [InlineData("Номер заказа;Причина возврата;Комментарий\nA-1;Не тот товар;пересорт\n", DefectKind.WrongItem, null)]
    [InlineData("订单编号,退货原因\nA-1,少件/漏发\n", DefectKind.MissingItem, null)]
    [InlineData("order,review\nA-1,2\n", null, 2)]
    [InlineData("order,kind,stars\nA-1,chargeback,1\n", DefectKind.Chargeback, 1)]
    public void ARow_SaysWhatWasWrong(string text, DefectKind? kind, int? stars)
    {
        var told = Assert.Single(Read(text).Defects);

        Assert.Equal(("A-1", kind, stars), (told.Number, told.Kind, told.Stars));
    }

    [Theory]
    [InlineData("order,kind\nA-1,melancholy\n", "'melancholy' is a word that is not known")]
    [InlineData("order,kind\n,damaged\n", "order")]
    [InlineData("order,review\nA-1,6\n", "'6' is no number of stars from 1 to 5")]
    [InlineData("order,kind\n1.2E+15,damaged\n", "was shortened by the spreadsheet")]
    public void ARowThatIsNotUnderstood_IsSetAside(string text, string says)
    {
        var file = Read(text);

        Assert.Empty(file.Defects);
        Assert.Contains(says, Assert.Single(file.SetAside).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReasonThatSpeaksAgainstNobody_IsPassedOver()
    {
        var file = Read("order,kind\nA-1,передумал\nA-2,брак\n");

        Assert.Equal((1, 0, 1), (file.Defects.Count, file.SetAside.Count, file.Remarks.Count));
    }

    [Theory]
    [InlineData("order\nA-1\n")]
    [InlineData("order,kind\n")]
    [InlineData("kind\ndamaged\n")]
    public void AFileThatSaysNothing_IsRefused(string text) => Assert.Throws<InvalidSellerFileException>(() => Read(text));

    private static DefectsFile Read(string text) => DefectsFile.Parse(text, "own.csv", DefectsFile.ReadWords());
}
