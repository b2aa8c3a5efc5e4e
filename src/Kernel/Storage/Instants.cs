using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Amparo.Kernel;

/// <summary>
/// Instants are stored as microseconds since 1970 in UTC: SQLite can neither order nor compare a DateTimeOffset, and
/// both engines must give the same order to the same rows.
/// </summary>
public static class Instants
{
    /// <summary>Microseconds since 1970-01-01T00:00Z; finer ticks are cut off.</summary>
    public static long ToStored(DateTimeOffset instant) => (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromStored(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    internal static void Apply(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<Converter>();

    internal sealed class Converter() : ValueConverter<DateTimeOffset, long>(instant => ToStored(instant), stored => FromStored(stored));
}
