using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ShipBy.Adapters.Reporting;

namespace ShipBy.Functions;

/// <summary>What became of every order, for machines; needs the function key.</summary>
public sealed class ReportHttp(OrderReport report)
{
    [Function("Report")]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "report")] HttpRequest request, CancellationToken cancel) =>
        report.AnswerAsync(cancel);
}
