using Amparo.Places.Desk;
using Amparo.Places.Entries;

namespace Amparo.Places.Recordings.Desk;

/// <summary>What the page of a place says of it, for whoever hears a recording beside it.</summary>
internal static class SpokenFacts
{
    // What the clock changes, what is only ours, and what readers never see as words.
    private static readonly string[] LeftOut = ["status", "disclosure", "assured", "verified", "last_resort", "expires", "hospital", "text_language", "attributes", "point"];

    public static IEnumerable<KeyValuePair<string, string>> Of(Words w, Place place) => PlaceFacts.Of(w, place).Where(f => f.Value.Length > 0 && !LeftOut.Contains(f.Key));
}
