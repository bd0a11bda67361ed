using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Orders;

/// <summary>Which of a shop's messages count: late ones, repeated ones, those of one moment.</summary>
public sealed class LastToldTests
{
    private static readonly Instant Now = Sample.Noon + Duration.FromMinutes(1);

    [Theory]
    [InlineData("10 a", "9 b", false)]
    [InlineData("10 a", "10 b", true)]
    [InlineData("10 a", "11 b", true)]
    [InlineData("10 a", "10 a", false)]
    [InlineData("10 a|11 b", "10 c", false)]
    [InlineData("10 a|10 b", "10 a", false)]
    [InlineData("- a|- b", "- a", false)]
    [InlineData("- a|- b", "- c", true)]
    [InlineData("10 a", "- b", true)]
    [InlineData("- a", "10 b", true)]
    [InlineData("10 a|- b", "9 c", false)]
    public void AMessage_CountsOnce_AndNeverBehindANewerOne(string heard, string message, bool counts)
    {
        var order = heard.Split('|').Aggregate((Order?)null, (known, one) => Hear(known, Message(one, "awaiting_packaging")));

        var answer = Decide(Message(message, "news") with { Lines = [Sample.TwoMugs with { Quantity = 7 }] }, order);

        Assert.Equal(counts, answer is IntakeAnswer.Change);
    }

    [Fact]
    public void AMessageThatSaysNothingNew_IsRemembered_SoThatAnOlderOneFindsIt()
    {
        var order = Hear(Hear(null, Message("10 a", "x")), Message("12 b", "x"));

        Assert.Equal(At(12), order.Told!.ChangedAt);
        Assert.IsType<IntakeAnswer.Unchanged>(Decide(Message("11 c", "x") with { Status = PostingStatus.Cancelled }, order));
    }

    [Fact]
    public void WhatIsRemembered_HasAnEnd()
    {
        var order = Enumerable.Range(0, 50).Aggregate((Order?)null, (known, one) => Hear(known, Message($"10 {one}", "x")));

        Assert.Equal(Enumerable.Range(42, 8).Select(one => $"{one}"), order!.Told!.Prints);
    }

    [Theory]
    [InlineData(PostingStatus.AwaitingConfirmation, "10 a", 20)]
    [InlineData(PostingStatus.AwaitingPackaging, "10 a", 0)]
    public void OnlyAPaymentThatWasWaitedFor_CountsFromWhenItWasTold(PostingStatus first, string message, int minutes)
    {
        var waiting = Hear(null, Message(message, "x") with { Status = first });

        var paid = Hear(waiting, Message("20 b", "x"));
        var later = Hear(paid, Message("30 c", "y"));

        Assert.Equal(minutes == 0 ? null : At(minutes), paid.Told!.PaidAt);
        Assert.Equal((At(minutes) + Duration.FromHours(1), paid.ShipBy), (paid.ShipBy, later.ShipBy));
    }

    [Fact]
    public void APostingThatWasRead_HasNoMessage_AndIsNeverOverruled() =>
        Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Status = PostingStatus.Cancelled }, Hear(null, Message("10 a", "x"))));

    private static Posting Message(string text, string word)
    {
        var (at, print) = (text.Split(' ')[0], text.Split(' ')[1]);
        return Sample.Posting with
        {
            RawStatus = word,
            InProcessAt = At(0),
            PaidAt = At(0),
            ShipBy = null,
            Telling = new Telling(at == "-" ? null : At(int.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), print),
        };
    }

    private static Instant At(int minutes) => Sample.Noon - Duration.FromHours(1) + Duration.FromMinutes(minutes);

    private static Order Hear(Order? known, Posting posting) => Decide(posting, known) switch
    {
        IntakeAnswer.Take(var order, _) => order,
        IntakeAnswer.Change(var order, _) => order,
        _ => known!,
    };

    private static IntakeAnswer Decide(Posting posting, Order? known) =>
        IntakePolicy.Decide(posting, known, Ladder.Parse("24h,2h"), new DispatchRules { HandlingTime = new HandlingTime(Duration.FromHours(1)) }, Instant.MinValue, Now);
}
