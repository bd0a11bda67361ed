using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

public sealed class EverySecond(Diary diary)
{
    [Function("EverySecond")]
    public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => diary.Write($"tick {timer.IsPastDue} {timer.ScheduleStatus is null}");
}
