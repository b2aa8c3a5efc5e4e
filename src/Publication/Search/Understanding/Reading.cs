using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>What else a word that is looked for in the texts of entries says.</summary>
internal enum NameKind
{
    /// <summary>Nothing: it is likely a name.</summary>
    Free,

    /// <summary>A subject (see <see cref="Subjects"/>), and no kind.</summary>
    FreeSubject,

    /// <summary>A subject within a kind that the words mean.</summary>
    Subject,

    /// <summary>Part of what means a kind.</summary>
    Kind,

    /// <summary>A town, a country, hours, a price.</summary>
    Explained,
}

/// <summary>A word that may stand in the texts of an entry.</summary>
internal readonly record struct NameWord(string Form, NameKind Kind)
{
    public bool IsFree => Kind is NameKind.Free or NameKind.FreeSubject;
}

/// <summary>What a question's words say.</summary>
internal sealed class Reading
{
    /// <summary>Points by number of kind; zero where the words do not mean it.</summary>
    public int[] KindPoints { get; } = new int[PlaceKinds.All.Count];

    /// <summary>Bits of the kinds that the words mean.</summary>
    public uint Kinds { get; set; }

    /// <summary>Bits of the populations that the words mean.</summary>
    public uint For { get; set; }

    /// <summary>Kinds that are answered side by side, because the word means each of them; empty for most questions.</summary>
    public IReadOnlyList<int> SideBySide { get; set; } = [];

    /// <summary>Bits of kinds of which one comes first: who is in danger or a child alone is not first shown anything else.</summary>
    public uint First { get; set; }

    /// <summary>Bits of kinds of which a line to call is shown where none of <see cref="First"/> can be reached.</summary>
    public uint Lines { get; set; }

    /// <summary>Bits of kinds that come after all others: authorities and consulates, for who flees or was hurt.</summary>
    public uint Last { get; set; }
    public bool OpenNow { get; set; }
    public bool AsksNoPapers { get; set; }
    public GazetteerPlace? Place { get; set; }
    public bool PlaceIsCertain { get; set; }

    /// <summary>The place is one of which there may be several, and nobody said its country.</summary>
    public bool IsVillage => Place is { Prominence: 0 } && Country == 0;
    public IReadOnlyList<GazetteerPlace> Choices { get; set; } = [];

    /// <summary>Where it is sought, as <see cref="Codes.Country"/>; zero where the words do not say.</summary>
    public int Country { get; set; }

    /// <summary>Whose consulate is sought; zero where the words do not say.</summary>
    public int Nationality { get; set; }
    public List<NameWord> Names { get; } = [];
    public string? Corrected { get; set; }

    /// <summary>Position in <see cref="Languages.All"/> of the language in which a kind was said; -1 where none was.</summary>
    public int Language { get; set; } = -1;

    public static Reading OfNothing() => new();

    public bool SeeksConsulate => (Kinds & Codes.Bit(Codes.Consular)) != 0;

    public void Name(NameWord word)
    {
        if (!Names.Exists(n => n.Form == word.Form)) Names.Add(word);
    }

    public bool HasFreeWords => Names.Exists(n => n.IsFree);

    public SearchUnderstood Told(string? country, string? nationality = null) => new(
        [.. Enumerable.Range(0, KindPoints.Length).Where(k => KindPoints[k] > 0).OrderByDescending(k => KindPoints[k]).ThenBy(k => k).Select(k => PlaceKinds.All[k])],
        [.. Enumerable.Range(0, Populations.All.Count).Where(p => (For >> p & 1) == 1).Select(p => Populations.All[p])],
        Place, Choices, country, Corrected)
    { HasTwoMeanings = SideBySide.Count > 1, Nationality = nationality, Language = Language < 0 ? null : Languages.All[Language] };
}
