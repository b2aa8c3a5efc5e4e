namespace Amparo.Places.Recordings.Sounds;

/// <summary>A recording as readers get it.</summary>
/// <param name="Type">A media type of <c>SoundTypes</c>.</param>
internal sealed record CleanSound(byte[] Bytes, string Type, int Seconds);

/// <summary>The bytes are not what they begin like.</summary>
internal sealed class NotSound() : Exception("This is no sound.");

/// <summary>
/// Takes a recording from anybody's telephone and gives a new file that holds its sound and nothing else. What is not known to be
/// sound is left out, rather than what is known to be a tag: telephones write names, days and places into their files, each in its own way.
/// </summary>
internal static class SoundFile
{
    public const int MostBytes = 1024 * 1024, MostSeconds = 180;

    /// <exception cref="RuleBroken">It is no sound that browsers play, too large or too long.</exception>
    public static CleanSound Clean(ReadOnlySpan<byte> file)
    {
        RuleBroken.Unless(file.Length <= MostBytes, "places.record.too_large");
        var sound = Read(file);
        RuleBroken.Unless(sound is not null, "places.record.not_sound");
        RuleBroken.Unless(sound!.Seconds >= 1, "places.record.too_short");
        RuleBroken.Unless(sound.Seconds <= MostSeconds, "places.record.too_long");
        return sound;
    }

    private static CleanSound? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            if (OggOpus.Begins(file)) return OggOpus.Clean(file);
            return Mp4Sound.Begins(file) ? Mp4Sound.Clean(file) : Mp3Frames.Clean(file);
        }
        catch (Exception e) when (e is NotSound or OverflowException)
        {
            return null;
        }
    }
}
