using ShipBy.Simulation;

return Commands.Run(args, Console.Out);
