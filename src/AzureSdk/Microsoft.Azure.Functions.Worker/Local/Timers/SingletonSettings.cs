namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <param name="LockPeriod">How long a lease lives unless renewed; it is renewed at half of it.</param>
/// <param name="RecoveryInterval">How often an instance that did not get the lease asks again.</param>
internal sealed record SingletonSettings(TimeSpan LockPeriod, TimeSpan RecoveryInterval);
