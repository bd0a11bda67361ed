using System.Globalization;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Real;

/// <summary>The app's settings for real shops: what the seller set, and for the rest what suits one machine.</summary>
internal static class RealAppSettings
{
    /// <value>Settings that may name a file of the seller's.</value>
    private static readonly string[] Files = ["__Calendar", "__Carrier", "__CarrierCalendar", "__Promotions", "__Mapping"];

    /// <param name="mails">Folder that takes the mails while no mail service is set.</param>
    public static IReadOnlyDictionary<string, string> For(RealSettings settings, RunKeys keys, int port, string language, string mails)
    {
        var all = new Dictionary<string, string>(settings.Values, StringComparer.OrdinalIgnoreCase);
        // An address that is logged would carry the push secret into the log.
        Default("Logging__LogLevel__Microsoft.AspNetCore", "Warning");
        Default("PollSchedule", "0 * * * * *");
        Default("SweepSchedule", "30 * * * * *");
        Default("OutboxSchedule", "15,45 * * * * *");
        Default("ShipBy__DeskKey", keys.Desk);
        Default("ShipBy__PushSecret", keys.Push);
        Default("ShipBy__Language", language);
        Default("ShipBy__PublicUrl", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Default("Alerts__Kind", "folder");
        Default("Alerts__Folder", mails);
        Default("Alerts__Sender", "shipby@localhost");
        Default("FUNCTIONS_TIMER_LEASE", "off");
        Default("FUNCTIONS_HOST_KEY", keys.Host);
        Default("FUNCTIONS_MASTER_KEY", keys.Host);
        foreach (var (name, value) in settings.Values.Where(setting => Array.Exists(Files, end => setting.Key.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && File.Exists(setting.Value)))
        {
            all[name] = Path.GetFullPath(value);        // the app runs in a folder of its own
        }

        all["FUNCTIONS_HTTP_PORT"] = port.ToString(CultureInfo.InvariantCulture);

        return all;

        void Default(string name, string value)
        {
            if (string.IsNullOrEmpty(all.GetValueOrDefault(name)))
            {
                all[name] = value;
            }
        }
    }
}
