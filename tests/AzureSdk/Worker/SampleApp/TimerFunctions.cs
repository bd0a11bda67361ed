using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

public sealed class EverySecond(Diary diary)
{
    [Function("EverySecond")]
    public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => diary.Write($"tick {timer.IsPastDue} {timer.ScheduleStatus is null}");
}

public sealed class Hourly(Diary diary)
{
    [Function("Plain")]
    public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => diary.Write($"hourly {timer.IsPastDue}");
}
