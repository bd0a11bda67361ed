using ShipBy.Cli;

return await ShipByProgram.RunAsync(args);
