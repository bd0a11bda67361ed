using Microsoft.Azure.Functions.Worker;

namespace ShipBy.AzureSdk.Tests.Worker.SampleApp;

/// <summary>Each of these keeps a host from starting.</summary>
public static class RefusedFunctions
{
    public static class EmptyRoute
    {
        [Function("Empty")]
        public static void Run([HttpTrigger(Route = "")] object request) => _ = request;
    }

    public static class AdminRoute
    {
        [Function("AdminPage")]
        public static void Run([HttpTrigger(Route = "Admin/orders")] object request) => _ = request;
    }

    public static class RuntimeRoute
    {
        [Function("RuntimePage")]
        public static void Run([HttpTrigger(Route = "/runtime")] object request) => _ = request;
    }

    public static class SameName
    {
        [Function("Twin")]
        public static void One([HttpTrigger(Route = "one")] object request) => _ = request;

        [Function("TWIN")]
        public static void Two([HttpTrigger(Route = "two")] object request) => _ = request;
    }

    public static class BadSchedule
    {
        [Function("Never")]
        public static void Run([TimerTrigger("every now and then")] TimerInfo timer) => _ = timer;
    }

    public static class MissingSetting
    {
        [Function("Lost")]
        public static void Run([TimerTrigger("%NoSuchSchedule%")] TimerInfo timer) => _ = timer;
    }

    public static class BadQueueName
    {
        [Function("Misnamed")]
        public static void Run([QueueTrigger("orders--today")] string message) => _ = message;
    }

    public static class RetriedMessage
    {
        [Function("Retried")]
        [FixedDelayRetry(1, "00:00:01")]
        public static void Run([QueueTrigger("orders")] string message) => _ = message;
    }

    public static class BadRetry
    {
        [Function("Hasty")]
        [FixedDelayRetry(1, "at once")]
        public static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => _ = timer;
    }

    public static class NoTrigger
    {
        [Function("Idle")]
        public static void Run(TimerInfo timer) => _ = timer;
    }

    public static class NoStorage
    {
        [Function("Homeless")]
        public static void Run([QueueTrigger("orders", Connection = "NoSuchStorage")] string message) => _ = message;
    }
}
