using System.CommandLine;
using System.CommandLine.Parsing;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Commands;

/// <summary>The options of <c>run</c>, and how their text is read.</summary>
internal sealed class RunCommandOptions
{
    /// <remarks>Two weeks of orders need an end; seven minutes show a day as half a minute.</remarks>
    private static readonly TimeSpan LengthOfAFile = TimeSpan.FromMinutes(7);

    private readonly Option<TimeSpan?> _for = new("--for")
    {
        Description = "End after this time, such as 60s or 7m. Without it: go on until Ctrl-C; with a file of orders, 7m.",
        HelpName = "time",
        CustomParser = result => Parse<TimeSpan?>(result, text => DurationText.Parse(text)),
    };

    private readonly Option<string?> _orders = new("--orders")
    {
        Description = "Play the real orders of this CSV file (also .gz) instead of generated ones.",
        HelpName = "file",
    };

    private readonly Option<string> _channels = new("--channels")
    {
        Description = "The shops that are played on one stock, such as ozon,taobao,webhook. Default: ozon alone.",
        HelpName = "names",
        DefaultValueFactory = _ => RunPlan.OzonAlone,
        CustomParser = result => Parse(result, RunOptionText.Channels),
    };

    private readonly Option<decimal?> _stockFactor = new("--stock-factor")
    {
        Description = "Share of the demand that is in stock at the start, 0 to 1. Default 1.",
        HelpName = "share",
        CustomParser = result => Parse<decimal?>(result, text => RunOptionText.Share(text)),
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Write the run's figures to this file, as JSON.",
        HelpName = "file",
    };

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "Another number, other generated orders and faults.",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
        CustomParser = result => Parse(result, RunOptionText.Seed),
    };

    private readonly Option<FaultLevel> _faults = new("--faults")
    {
        Description = "How often the sandbox is slow, refuses, breaks off or lies: low or high. Default: never.",
        HelpName = "low|high",
        CustomParser = result => Parse(result, RunOptionText.Faults),
    };

    private readonly Option<bool> _new = new("--new")
    {
        Description = "Start anew, even if an earlier run of the same name is unfinished.",
    };

    private readonly Option<string?> _language = new("--language")
    {
        Description = "Language of the mails and the page: ru, zh-CN or en. Default: that of this machine.",
        HelpName = "language",
        CustomParser = result => Parse(result, RunOptionText.Language),
    };

    private readonly Option<int> _port = new("--port")
    {
        Description = "Port of the page and the endpoints. Default: any free one.",
        HelpName = "number",
        CustomParser = result => Parse(result, RunOptionText.Port),
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _for, _orders, _channels, _stockFactor, _report, _seed, _faults, _new, _language, _port })
        {
            command.Add(option);
        }
    }

    /// <summary>Those that make sense where no marketplace is played.</summary>
    public void AddRealTo(Command command)
    {
        command.Add(_language);
        command.Add(_port);
    }

    /// <exception cref="CannotStartException">Options were given that do not go together.</exception>
    public RunRequest Read(ParseResult parsed) => new(
        Plan(parsed),
        parsed.GetValue(_report) is { } report ? Path.GetFullPath(report) : null,
        parsed.GetValue(_new),
        parsed.GetValue(_language) ?? RunOptionText.LanguageOfThisMachine(),
        parsed.GetValue(_port),
        SandboxOptionGiven: new Option[] { _orders, _channels, _stockFactor, _report, _seed, _faults, _new }
            .Any(option => parsed.GetResult(option) is { Implicit: false }));

    private RunPlan Plan(ParseResult parsed)
    {
        var orders = parsed.GetValue(_orders) is { } file ? Path.GetFullPath(file) : null;
        var stockFactor = parsed.GetValue(_stockFactor);
        if (stockFactor is not null && orders is null)
        {
            throw new CannotStartException("--stock-factor is a share of what a file of orders asks for. Add --orders, or leave it out.");
        }

        var plan = new RunPlan(
            orders, parsed.GetValue(_for) ?? (orders is null ? null : LengthOfAFile), parsed.GetValue(_seed), stockFactor, parsed.GetValue(_faults))
        { Channels = parsed.GetValue(_channels) ?? RunPlan.OzonAlone };
        return plan is { PlaysChannels: true, OrdersFile: not null }
            ? throw new CannotStartException("--channels plays generated orders: those of a file are Ozon's alone. Leave out one of --channels and --orders.")
            : plan;
    }

    /// <summary>Reads an option's text; what is wrong with it becomes the parser's error.</summary>
    public static T Parse<T>(ArgumentResult result, Func<string, T> read)
    {
        try
        {
            return read(result.Tokens[^1].Value);
        }
        catch (FormatException wrong)
        {
            result.AddError(wrong.Message);
            return default!;
        }
    }
}
