namespace ShipBy.Adapters.Alerts;

/// <summary>How mails leave (<c>Alerts__*</c>). Who gets them is <c>ShipBy__Contact</c>.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <value><c>acs</c> (Azure Communication Services), <c>smtp</c>, <c>folder</c> (files, for trying out) or <c>none</c> (the page alone).</value>
    public string Kind { get; set; } = "";

    /// <value>The address that mails come from; at Azure Communication Services a MailFrom address of the verified domain.</value>
    public string Sender { get; set; } = "";

    /// <value>Connection string of the Communication Services resource. Empty: <see cref="Endpoint"/> with the app's own identity.</value>
    public string ConnectionString { get; set; } = "";

    /// <value>Address of the Communication Services resource, such as <c>https://my-mails.communication.azure.com</c>.</value>
    public string Endpoint { get; set; } = "";

    /// <value>Where <c>folder</c> puts its files.</value>
    public string Folder { get; set; } = "";

    /// <value>How long one call may take, 1 second to 5 minutes. Default 30 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>The mail server (<c>Alerts__Smtp__*</c>).</summary>
public sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <value>Empty: the server asks for no name.</value>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <value><c>starttls</c> (usual on port 587), <c>implicit</c> (usual on 465) or <c>none</c> (a server on this machine).</value>
    public string Tls { get; set; } = "starttls";
}
