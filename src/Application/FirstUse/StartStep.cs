namespace ShipBy.Application.FirstUse;

/// <summary>The screens from an empty desk to the first real warning, in their order.</summary>
public enum StartStep
{
    Language,
    Key,
    Shop,
    Stock,
    Contact,
    Test,
    End,
}

/// <summary>What is typed or chosen on the way.</summary>
public enum StartField
{
    Language,
    TimeZone,

    /// <summary>Which marketplace: a kind of shop as the settings name it.</summary>
    Kind,
    ClientId,
    ApiKey,
    AppKey,
    AppSecret,
    SessionKey,
    BaseUrl,
    Shop,
    Warehouse,

    /// <summary>How the seller is told: <c>mail</c>, or a kind of chat.</summary>
    Channel,
    Contact,
    Host,
    User,
    Password,
    Port,
    Tls,
    Token,
    ChatId,
    Address,
    Secret,
}
