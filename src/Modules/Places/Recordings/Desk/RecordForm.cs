using Amparo.Contracts.Places;
using Amparo.Places.Desk;
using Amparo.Places.Recordings.Sounds;
using Microsoft.AspNetCore.Http;

namespace Amparo.Places.Recordings.Desk;

/// <summary>What whoever brings a recording fills in.</summary>
internal sealed class RecordForm
{
    /// <summary>More than may be kept: who brings too much is told so in words, and not by a line that breaks.</summary>
    public const int MostSent = 4 * 1024 * 1024;

    public string? Language { get; set; }
    public IFormFile? Sound { get; set; }
    public string? Speaker { get; set; }
    public bool Consents { get; set; }
    public int Years { get; set; } = Recording.Years[0];
    public bool SaysDemonstration { get; set; }
    public bool SaysNoPlace { get; set; }

    public RecordingSaid Said => new(Speaker, Consents, Years, SaysDemonstration, SaysNoPlace);

    /// <summary>The languages of the pages first, then all others by name.</summary>
    public static IEnumerable<(string Code, string Name)> LanguagesIn(Words w) =>
        SpokenLanguages.All.Take(Kernel.Languages.All.Count).Concat(SpokenLanguages.All.Skip(Kernel.Languages.All.Count).OrderBy(l => PlaceCodes.LanguageName(w, l), StringComparer.Create(w.Culture, System.Globalization.CompareOptions.IgnoreNonSpace)))
            .Select(l => (l, PlaceCodes.LanguageName(w, l)));

    /// <exception cref="RuleBroken">Nothing came, or nothing that browsers play.</exception>
    public async Task<CleanSound> Clean(CancellationToken stop)
    {
        RuleBroken.Unless(Sound is { Length: > 0 }, "places.record.no_file");
        using var bytes = new MemoryStream();
        await Sound!.CopyToAsync(bytes, stop);
        return SoundFile.Clean(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
