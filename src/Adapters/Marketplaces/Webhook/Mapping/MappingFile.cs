using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>A shop's field mapping, as a seller may correct it: a small CSV file in the folder <c>mappings</c> beside the program.</summary>
/// <remarks>
/// <para>Columns <c>field,path,is,means</c>, parted by commas or semicolons; UTF-8. Lines that begin with <c>#</c> are comments.</para>
/// <para>A row says where a field stands: names parted by dots, inside the order; inside a line for <c>line.*</c>; from the message's beginning after <c>/</c>. Several rows for one field are tried in their order.</para>
/// <para><c>status</c> rows: the field at <c>path</c> <c>is</c> a word (<c>*</c> any, <c>-</c> none), and what that <c>means</c>. <c>topic</c> rows have no path: a topic, or its beginning and <c>*</c>,
/// and what it means where the order's own fields say nothing.</para>
/// </remarks>
internal static class MappingFile
{
    public const string Order = "order";
    public const string Event = "event";
    public const string Number = "number";
    public const string Created = "created";
    public const string Paid = "paid";
    public const string Changed = "changed";
    public const string ShipBy = "ship_by";
    public const string Currency = "currency";
    public const string Carrier = "carrier";
    public const string CancelReason = "cancel_reason";
    public const string ToName = "to.name";
    public const string ToSurname = "to.surname";
    public const string ToCompany = "to.company";
    public const string ToPhone = "to.phone";
    public const string ToCountry = "to.country";
    public const string ToRegion = "to.region";
    public const string ToCity = "to.city";
    public const string ToAddress = "to.address";
    public const string ToAddressMore = "to.address_more";
    public const string ToPostalCode = "to.postal_code";
    public const string Wish = "wish";
    public const string Lines = "lines";
    public const string LineSku = "line.sku";
    public const string LineQuantity = "line.quantity";
    public const string LineLeft = "line.left";
    public const string LineShips = "line.ships";
    public const string LineName = "line.name";
    public const string LinePrice = "line.price";
    public const string Status = "status";
    public const string Topic = "topic";

    private static readonly string[] Needed = [Number, Lines, LineSku, LineQuantity];

    private static readonly string[] Fields =
        [Order, Event, Number, Created, Paid, Changed, ShipBy, Currency, Carrier, CancelReason, ToName, ToSurname, ToCompany, ToPhone, ToCountry, ToRegion, ToCity, ToAddress, ToAddressMore, ToPostalCode, Wish, Lines, LineSku, LineQuantity, LineLeft, LineShips, LineName, LinePrice];

    private static readonly CsvColumns Columns = new("field,path,is,means", Needed: 2);

    private static readonly SellerFolder Folder = new("mappings", "a field mapping");

    /// <param name="nameOrPath">A mapping by its name in <c>mappings</c>, or the path of a file.</param>
    /// <exception cref="InvalidSellerFileException">The file is not there, cannot be read, or says something that is not understood.</exception>
    public static OrderMapping Read(string nameOrPath)
    {
        var file = Folder.Find(nameOrPath);
        return Parse(FileText.Of(file, Folder.Purpose), file);
    }

    /// <param name="file">What a fault's message calls the file.</param>
    /// <exception cref="InvalidSellerFileException">The text says something that is not understood.</exception>
    internal static OrderMapping Parse(string text, string file)
    {
        var faults = new List<FileFault>();
        var (paths, statuses, topics) = (new Dictionary<string, List<FieldPath>>(), new List<StatusRule>(), new List<TopicRule>());
        foreach (var row in CsvTable.Read(text, Columns, faults))
        {
            var field = row["field"].ToLowerInvariant();
            if (field == Topic)
            {
                topics.AddRange(TopicOf(row, faults) is { } topic ? [topic] : []);
            }
            else if (field != Status && !Fields.Contains(field))
            {
                faults.Add(row.Fault("field", "is no field", $"Name one of {string.Join(", ", Fields)}, {Status}, {Topic}."));
            }
            else if (FieldPath.Parse(row["path"]) is not { } path)
            {
                faults.Add(row.Fault("path", "is no path", "Write names parted by dots, such as data.customer.id."));
            }
            else if (field == Status)
            {
                statuses.AddRange(StatusOf(row, path, faults) is { } status ? [status] : []);
            }
            else
            {
                (paths.TryGetValue(field, out var known) ? known : paths[field] = []).Add(path);
            }
        }

        if (faults.Count == 0)
        {
            faults.AddRange(Needed.Where(field => !paths.ContainsKey(field)).Select(field => new FileFault(null, null, $"no row says where {field} stands", $"Add a row that begins with {field}.")));
            faults.AddRange(statuses.Count > 0 || topics.Exists(topic => topic.Means is not null) ? [] : [new FileFault(null, null, "no row says what a status means", $"Add rows that begin with {Status}.")]);
        }

        return faults.Count == 0
            ? new OrderMapping(paths.ToDictionary(known => known.Key, IReadOnlyList<FieldPath> (known) => known.Value), statuses, topics)
            : throw new InvalidSellerFileException(file, Folder.Purpose, faults);
    }

    private static StatusRule? StatusOf(CsvCells row, FieldPath path, List<FileFault> faults)
    {
        if (row["is"].Length == 0)
        {
            faults.Add(row.Fault("is", "is nothing", $"Write the word that the field may hold, {StatusRule.Anything} for any, {StatusRule.Nothing} for none."));
            return null;
        }

        return MeaningOf(row, faults) is { } meaning ? new StatusRule(path, row["is"], meaning) : null;
    }

    private static TopicRule? TopicOf(CsvCells row, List<FileFault> faults)
    {
        if (row["is"].Length == 0)
        {
            faults.Add(row.Fault("is", "is nothing", "Write a topic, such as order.created."));
            return null;
        }

        return row["means"].Length == 0 ? new TopicRule(row["is"], null) : MeaningOf(row, faults) is { } meaning ? new TopicRule(row["is"], meaning) : null;
    }

    private static Meaning? MeaningOf(CsvCells row, List<FileFault> faults)
    {
        var meaning = Meaning.Find(row["means"]);
        faults.AddRange(meaning is null ? [row.Fault("means", "is no meaning", $"Write one of {string.Join(", ", Meaning.All.Select(one => one.Word))}.")] : []);
        return meaning;
    }
}
