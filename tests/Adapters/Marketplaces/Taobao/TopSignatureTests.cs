using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao;

namespace ShipBy.Adapters.Tests.Marketplaces.Taobao;

public sealed class TopSignatureTests
{
    private static readonly (string Name, string Value)[] Example =
    [
        ("method", "taobao.item.seller.get"), ("app_key", "12345678"), ("session", "test"), ("timestamp", "2016-01-01 12:00:00"), ("format", "json"), ("v", "2.0"),
        ("fields", "num_iid,title,nick,price,num"), ("num_iid", "11223344"),
    ];

    [Theory]
    [InlineData("md5", "66987CB115214E59E6EC978214934FB8")]
    [InlineData("hmac", "D56D7858309C31B6251083A874D48273")]
    [InlineData("hmac-sha256", "04DB15AD0774D5CFCE2C837DE43E3FCEA9011ED74F3038FB6AB5F3C4CEA119E8")]
    public void Of_SignsTheExample_ByEachMethod(string method, string expected) => Assert.Equal(expected, Sign(method, [.. Example, ("sign_method", method)]));

    [Fact]
    public void Of_SortsByTheBytesOfTheNames_NotByACulture() =>      // a culture may put _ before letters, and capitals after them
        Assert.Equal(Sign("md5", ("A", "1"), ("_b", "2"), ("a_b", "3"), ("ab", "4")), Sign("md5", ("ab", "4"), ("a_b", "3"), ("_b", "2"), ("A", "1")));

    [Fact]
    public void Of_JoinsNamesAndValuesInOrdinalOrder() => Assert.Equal(Sign("md5", ("AaB1", "2a_b3ab4")), Sign("md5", ("ab", "4"), ("a_b", "3"), ("A", "aB12")));

    [Theory]
    [InlineData("remark", "")]
    [InlineData("", "value")]
    public void Of_LeavesOut_WhatHasNoNameOrNoValue(string name, string value) => Assert.Equal(Sign("hmac", Example), Sign("hmac", [.. Example, (name, value)]));

    [Fact]
    public void Of_SignsTheBytesOfUtf8() => Assert.NotEqual(Sign("hmac", ("title", "杯")), Sign("hmac", ("title", "?")));

    [Fact]
    public void AnUnknownMethod_IsRefused() => Assert.Throws<InvalidOperationException>(() => Sign("sha1", Example));

    [Theory]
    [InlineData(2026, 11, 20, 15, 59, 59, "2026-11-20 23:59:59")]
    [InlineData(2026, 11, 20, 16, 0, 0, "2026-11-21 00:00:00")]       // the day begins eight hours before that of UTC
    [InlineData(2026, 7, 1, 0, 0, 0, "2026-07-01 08:00:00")]          // no summer time
    public void Times_AreOfTheWallInChina(int year, int month, int day, int hour, int minute, int second, string expected)
    {
        var moment = Instant.FromUtc(year, month, day, hour, minute, second);

        Assert.Equal((expected, moment), (TopTime.Write(moment + Duration.FromMilliseconds(999)), TopTime.Read(expected)));
    }

    private static string Sign(string method, params (string Name, string Value)[] parameters) =>
        TopSignature.Of(parameters.Select(one => new KeyValuePair<string, string>(one.Name, one.Value)), "helloworld", method);
}
