using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Places.Recordings;

/// <summary>
/// The bytes of a recording, under their hash. They lie in the database and not beside it: a voice then comes with its record
/// and goes with it, in one transaction and in every backup.
/// </summary>
internal sealed class RecordedSound
{
    public required string Sha256 { get; init; }
    public required byte[] Bytes { get; init; }
}

internal sealed class RecordedSoundTable : IEntityTypeConfiguration<RecordedSound>
{
    public const string Name = "places_recorded_sound";

    public void Configure(EntityTypeBuilder<RecordedSound> table)
    {
        table.ToTable(Name).HasKey(s => s.Sha256);
        table.Property(s => s.Sha256).HasMaxLength(64);
    }
}
