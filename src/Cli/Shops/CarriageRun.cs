using System.Globalization;
using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Cli.Shops;

/// <summary>Shows what is to be handed over, and makes, approves and prints one carriage.</summary>
internal static class CarriageRun
{
    private static readonly Duration AskAgain = Duration.FromSeconds(3);
    private static readonly Duration Patience = Duration.FromMinutes(2);

    public static async Task<int> ListAsync(ICarriages shop, LocalDate day, TextWriter output, CancellationToken cancel)
    {
        var plans = await shop.CarriagesAsync(day, cancel);
        foreach (var plan in plans)
        {
            var carriage = plan.Carriage is { } number ? $"carriage {number} ({plan.State})" : "no carriage yet";
            var cutOff = plan.CutOff is { } at ? $", until {at}" : "";
            await output.WriteLineAsync($"{plan.DeliveryMethod}: {plan.Name}: {plan.Packed} of {plan.ToPack} packed{cutOff}; {carriage}{string.Concat(plan.Errors.Select(error => $"; {error}"))}");
        }

        if (plans.Count == 0)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Nothing is to be handed over on {day:uuuu-MM-dd}."));
        }

        return ExitCode.Fine;
    }

    /// <summary>Makes the carriage, says that it is complete, and waits for its paper.</summary>
    public static async Task<int> HandOverAsync(ICarriages shop, long deliveryMethod, LocalDate day, string file, TimeProvider clock, TextWriter output, CancellationToken cancel)
    {
        var carriage = await shop.CreateCarriageAsync(deliveryMethod, day, cancel);
        await output.WriteLineAsync($"made: carriage {carriage}");
        await shop.ApproveCarriageAsync(carriage, cancel);
        await output.WriteLineAsync($"approved: carriage {carriage}");

        return await PrintAsync(shop, carriage, file, clock, output, cancel);
    }

    public static async Task<int> PrintAsync(ICarriages shop, long carriage, string file, TimeProvider clock, TextWriter output, CancellationToken cancel)
    {
        for (var waited = Duration.Zero; ; waited += AskAgain)
        {
            var paper = await shop.CarriagePaperAsync(carriage, cancel);
            if (paper.File is { } content)
            {
                await PdfFile.WriteAsync(file, content, cancel);
                await output.WriteLineAsync($"written: {file}, with {paper.Added.Count} orders");
                return ExitCode.Fine;
            }

            if (paper.State is not ("in_process" or "IN_PROCESS" or "FORMING" or "new" or "") || waited >= Patience)
            {
                await output.WriteLineAsync($"The paper of carriage {carriage} is not ready ({paper.State}). Ask again later with --act {carriage}.");
                return ExitCode.Wrong;
            }

            await Task.Delay(AskAgain.ToTimeSpan(), clock, cancel);
        }
    }
}
