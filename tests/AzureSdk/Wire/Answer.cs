namespace ShipBy.AzureSdk.Tests.Wire;

/// <summary>What the recording server is to answer.</summary>
internal sealed record Answer(int Status, string Body = "", params (string Name, string Value)[] Headers);
