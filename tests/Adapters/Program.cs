using ShipBy.Adapters.Tests;
using ShipBy.Adapters.Tests.Marketplaces.Webhook.Fuzz;
using Xunit.MicrosoftTestingPlatform;

return args.Contains(FuzzCommand.Option)
    ? await FuzzCommand.RunAsync(args)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
