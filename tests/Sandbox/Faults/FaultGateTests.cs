using System.Net;
using System.Text.Json;
using ShipBy.Sandbox.Faults;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Faults;

/// <summary>Faults on the wire, on the real clock: what a client sees of them, and what took effect all the same.</summary>
public sealed class FaultGateTests
{
    [Fact]
    public async Task Send_IsSurvived_ByAClientThatAsksByItsOwnOperation()
    {
        using var folder = new TestFolder();
        await using var server = await SandboxServer.StartAsync(High(folder));
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        var seen = new HashSet<string>();
        for (var mail = 0; mail < 25; mail++)
        {
            var operation = Guid.NewGuid();
            string outcome;
            do
            {
                outcome = await TrySendAsync(client, operation);
                seen.Add(outcome);
                await Task.Yield();
            }
            while (outcome is not "202");
        }

        Assert.Contains(seen, outcome => outcome is not "202");
        using var mails = JsonDocument.Parse(await client.GetStringAsync("sandbox/mails", TestContext.Current.CancellationToken));
        Assert.Equal(25, mails.RootElement.GetArrayLength());
        using var report = JsonDocument.Parse(await client.GetStringAsync("sandbox/report", TestContext.Current.CancellationToken));
        Assert.Equal(0, report.RootElement.GetProperty("warnings_unknown").GetInt32());
    }

    [Fact]
    public async Task Report_CountsAsUnknown_WhatNobodyAskedForAfterItsAnswerWasLost()
    {
        using var folder = new TestFolder();
        await using var server = await SandboxServer.StartAsync(High(folder) with { OrdersFile = OrderRows.Write(folder, OrderRows.Row("o", approved: "2018-01-01 00:00:00")) });
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        var lost = 0;
        for (var i = 0; i < 400 && lost == 0; i++)
        {
            await TrySendAsync(client, Guid.NewGuid());
            lock (server.Run.Gate)
            {
                lost = server.Run.Mails.All.Count(mail => mail.Unknown);
            }
        }

        Assert.True(lost > 0);
    }

    private static SandboxOptions High(TestFolder folder) => new()
    {
        DataFolder = folder.File("run"),
        Faults = FaultLevel.High,
        Length = TimeSpan.FromHours(1),
        Seed = 8,
    };

    private static async Task<string> TrySendAsync(HttpClient client, Guid operation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/emails:send?api-version=2025-09-01");
            request.Headers.Add("Operation-Id", operation.ToString());
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer x");
            request.Content = new StringContent(
                """{"senderAddress":"a@b.c","content":{"subject":"s"},"recipients":{"to":[{"address":"d@e.f"}]},"headers":{"X-ShipBy-Warnings":"o-s1/24h"}}""");
            using var response = await client.SendAsync(request);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return response.StatusCode is HttpStatusCode.Accepted ? "202" : $"{(int)response.StatusCode}";
        }
        catch (Exception error) when (error is HttpRequestException or JsonException or IOException)
        {
            return error.GetType().Name;
        }
    }
}
