using ShipBy.Application.Alerts;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Letters;

public sealed class ParcelLetterTests
{
    public static MatrixTheoryData<string, ConsignmentTrouble> Troubles => new(Texts.Languages, Enum.GetValues<ConsignmentTrouble>());

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task EveryTrouble_IsInASampleLetter(string language, ConsignmentTrouble trouble)
    {
        var letter = await SampleLetters.LetterAsync("parcels", language);

        Assert.Contains(Words.In(language).Transit.Name(trouble, isOver: true), letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWorst_IsInTheSubject_AndTheOthersAreCounted()
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Consignments = SampleParcels.All });

        Assert.Equal("Parcel lost: 0100200300-0004-1 and more parcels: 4", letter.Subject);
        Assert.Equal(ParcelHeader.Write(SampleParcels.All), letter.Headers[ParcelHeader.Name]);
        Assert.False(letter.Headers.ContainsKey(WarningHeader.Name));
    }

    [Fact]
    public async Task AWarning_GoesBeforeIt()
    {
        var letter = await SampleLetters.LetterAsync("warning-and-parcel", "en");

        Assert.Contains("0100200300-0007-1", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Parcel lost: 0100200300-0004-1 (second)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Carrier's contact: +7 800 000-00-00, claims@carrier.example", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanALetterBears_AreCounted()
    {
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Consignments = [.. Enumerable.Range(1, 45).Select(number => SampleParcels.Line(ConsignmentTrouble.Stuck, number, 8))] });

        Assert.Contains(Words.In("en").Letter.More(5), letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatACarrierIsCalled_CannotBreakTheLetter()
    {
        var line = SampleParcels.Line(ConsignmentTrouble.Lost, 1, 9) with { Carrier = "<b>x</b>\r\nBcc: a@b.c", CarrierContact = "<script>" };
        var letter = await Sample.LetterAsync(Sample.Notice with { Warnings = [], Consignments = [line] });

        Assert.DoesNotContain("<script>", letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc", letter.Text, StringComparison.Ordinal);
    }
}
