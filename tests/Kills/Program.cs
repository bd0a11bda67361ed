using ShipBy.Kills.Tests;
using Xunit.MicrosoftTestingPlatform;

return args.Contains(KillsCommand.Option) ? await KillsCommand.RunAsync(args)
    : args.Contains(KillsCommand.BatchOption) ? await KillsCommand.ShipAsync(args)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
