namespace Amparo.Publication;

/// <summary>The times that an edition carries. They stand on a fixed timer, so that they tell nothing that the content does not.</summary>
internal static class EditionTimes
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(7);

    public static DateTimeOffset MadeAt(DateTimeOffset asOf) => new(asOf.UtcTicks - asOf.UtcTicks % Tick.Ticks, TimeSpan.Zero);

    /// <summary>Never after the end of the certificate: an edition that somebody signs with an old, stolen key is then old at once.</summary>
    public static DateTimeOffset ExpiresAt(DateTimeOffset madeAt, Certificate certificate) =>
        madeAt + Life < certificate.NotAfter ? madeAt + Life : certificate.NotAfter;

    /// <summary>The same content is signed again a week before it would be called old, where that gains at least a day.</summary>
    public static bool NeedsRenewal(Envelope current, DateTimeOffset wouldExpire, DateTimeOffset now) =>
        now >= current.ExpiresAt - RenewBefore && wouldExpire >= current.ExpiresAt.AddDays(1);
}
