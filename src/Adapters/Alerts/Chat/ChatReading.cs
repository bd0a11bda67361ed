using Microsoft.Extensions.Options;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>The chats that the settings describe, and what is wrong with them.</summary>
internal sealed class ChatReading
{
    public List<ChatOptions> Chats { get; } = [];

    /// <value>Each names the setting and what to do, never its value.</value>
    public List<string> Flaws { get; } = [];

    internal sealed class Judge : IValidateOptions<ChatReading>
    {
        public ValidateOptionsResult Validate(string? name, ChatReading options) =>
            options.Flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Flaws);
    }
}
