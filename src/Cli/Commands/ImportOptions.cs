using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Cli.Import;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Commands;

/// <summary>The options that all imports have.</summary>
internal sealed class ImportOptions(string whatItHolds)
{
    private readonly Argument<string> _file = new("file") { Description = whatItHolds };

    private readonly Option<TextEncoding?> _encoding = new("--encoding")
    {
        Description = $"What the file is in: {TextEncoding.Names}. Default: UTF-8; anything else has to be said.",
        HelpName = "name",
        CustomParser = result => RunCommandOptions.Parse<TextEncoding?>(result, TextEncoding.Parse),
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say row by row what would happen, and change nothing." };

    private readonly Option<string?> _json = new("--json") { Description = "Write all rows to this file, as JSON.", HelpName = "file" };

    public static Option<PoolName?> Pool(string whose) => new("--pool")
    {
        Description = $"{whose} Default: the only one of the settings.",
        HelpName = "name",
        CustomParser = result => RunCommandOptions.Parse<PoolName?>(result, PoolName.Parse),
    };

    public static Option<string> Shop(string whose) => new("--shop") { Description = whose, HelpName = "name", Required = true };

    public static Option<string> Carrier(string whose) => new("--carrier") { Description = whose, HelpName = "name", Required = true };

    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "date",
        CustomParser = result => RunCommandOptions.Parse<LocalDate?>(result, text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow()),
    };

    public static Instant Now() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public Command AddTo(Command command)
    {
        command.Add(_file);
        Array.ForEach(new Option[] { _encoding, _dryRun, _json }, command.Add);

        return command;
    }

    public ImportRequest Read(ParseResult parsed) => new(parsed.GetValue(_file)!, parsed.GetValue(_encoding), parsed.GetValue(_dryRun), parsed.GetValue(_json));
}
