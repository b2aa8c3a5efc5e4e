using System.Text.Json.Serialization;

namespace Amparo.Contracts.Recordings;

/// <summary>
/// A text of the readers' side that somebody spoke: which sound it is, and of which words. Who spoke is not in it, and the sound
/// itself lies beside the edition, under its hash: a copy on a thin line must not wait for hours of sound.
/// </summary>
/// <param name="Text">What is spoken: <c>centre/ID</c> or <c>page/NAME</c>.</param>
/// <param name="Language">ISO 639-3, one of <c>SpokenLanguages</c>.</param>
/// <param name="Sha256">Of the sound, hexadecimal.</param>
/// <param name="Type">A media type of <see cref="SoundTypes"/>.</param>
/// <param name="TextHash">Of the words that were spoken: where the page says others, nobody hears this.</param>
public sealed record PublicRecording(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("size")] int Size,
    [property: JsonPropertyName("seconds")] int Seconds,
    [property: JsonPropertyName("textHash")] string TextHash);

/// <summary>Names of texts that can be spoken.</summary>
public static class RecordedTexts
{
    public const string Centre = "centre/", Page = "page/";
}

/// <summary>What browsers play, with the end of the name under which each is sent.</summary>
public static class SoundTypes
{
    public const string Mp3 = "audio/mpeg", Opus = "audio/ogg", M4a = "audio/mp4";

    public static IReadOnlyDictionary<string, string> Ends { get; } = new Dictionary<string, string> { [Mp3] = "mp3", [Opus] = "ogg", [M4a] = "m4a" };
}

/// <summary>Pages of the readers' side that are the same for everybody and can be spoken as a whole: the keys of their texts, in the order of the page.</summary>
public static class RecordedPages
{
    public const string Danger = "danger", Child = "child", Leave = "exit";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Danger] = ["public.danger.heading", "public.danger.call", "public.danger.say", "public.danger.say_where", "public.danger.say_what", "public.danger.say_safe", "public.danger.asked", "public.danger.asked_where", "public.danger.asked_papers"],
        [Child] = ["public.child.heading", "public.child.say", "public.child.nothing_more", "public.child.choose_country"],
        [Leave] = ["public.exit.heading", "public.exit.remains", "public.exit.erase", "public.exit.chrome", "public.exit.firefox", "public.exit.safari", "public.exit.private", "public.exit.keys"],
    };
}

/// <summary>The sounds that an edition names, for whoever sends them to readers.</summary>
public interface IRecordedSounds
{
    /// <summary>Null where no recording with this sound may be heard by readers.</summary>
    Task<byte[]?> Sound(string sha256, CancellationToken stop);
}
