namespace Azure.Communication.Email;

public readonly struct EmailAddress
{
    public EmailAddress(string address)
        : this(address, null)
    {
    }

    public EmailAddress(string address, string displayName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);

        Address = address;
        DisplayName = displayName;
    }

    public string Address { get; }

    public string DisplayName { get; }
}
