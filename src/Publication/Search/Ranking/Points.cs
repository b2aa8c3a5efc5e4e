namespace Amparo.Publication;

/// <summary>
/// What counts how much, in whole numbers. An entry's score is the sum of: kind (0 to about 460: how well it is what the
/// words mean), distance (300 to -320 by bands), door, freshness, "full tonight", whom it serves, papers, nationality and
/// name (0 to 980). Entries are sorted by tier (see <see cref="Scorer"/>), score, distance, identifier: never by anything
/// that another computer could see otherwise.
/// </summary>
internal static class Points
{
    /// <summary>Where a kind was chosen and not read from words.</summary>
    public const int Chosen = 400;

    /// <summary>A kind that has so many is what the words ask for, and not only near it.</summary>
    public const int Sought = 300;

    /// <summary>Taken away where the kind is only that of one of its services.</summary>
    public const int ByService = 60;

    /// <summary>Farther than all bands.</summary>
    private const int Farthest = -320;

    /// <summary>Up to so many kilometres, so many points.</summary>
    private static readonly (int Kilometres, int Points)[] Bands =
    [
        (1, 300), (2, 290), (5, 275), (10, 255), (15, 235), (25, 210), (40, 180), (60, 150), (80, 115), (100, 85), (125, 55), (150, 30), (200, 0), (250, -30),
        (300, -55), (400, -90), (500, -120), (700, -160), (1000, -200), (1500, -240), (2500, -280),
    ];

    private static readonly long[] Edges = Array.ConvertAll(Bands, b => Plane.Squared(b.Kilometres));

    /// <summary>A helpline of the country where she is: as good as a place some way off.</summary>
    public const int LineOfCountry = 130;

    /// <summary>On her side of the border: what lies across it is not near.</summary>
    public const int SameCountry = 40;

    public const int Assured = 40;
    public const int Due = 25;
    public const int NeverAssured = 10;
    public const int Stale = 0;
    public const int FullTonight = -5;
    public const int Serves = 80;
    public const int ServesOthers = -80;
    public const int AsksNoPapers = 60;
    public const int AsksPapers = -60;
    public const int OwnConsulate = 120;
    public const int OtherConsulate = -40;

    /// <summary>All words that nothing else explains stand in its name.</summary>
    public const int WholeName = 80;

    /// <summary>Besides, where one of them is in so few names that no other can be meant: the name then outweighs any distance.</summary>
    public const int OnlyName = 500;
    public const int FewNames = 12;
    public const int MostByName = 400;

    /// <summary>All words that say what is sought, two or more, stand in its name or services.</summary>
    public const int AllTold = 80;

    /// <summary>So many of them there are worth as much as a kind that the words mean.</summary>
    public const int ManyWords = 3;
    public const int KindByWords = 300;

    /// <summary>Steps of rarity of a word of which few have it: of a subject alone, of a word that means a kind.</summary>
    public const int RareSubject = 5;
    public const int RareWord = 6;
    private const int MostSteps = 10;

    /// <summary>What people need first, where they name a place and nothing else.</summary>
    public static readonly int[] WithoutKind = Needs();

    public static int OfDistance(long squared)
    {
        for (var i = 0; i < Edges.Length; i++) if (squared <= Edges[i]) return Bands[i].Points;
        return Farthest;
    }

    /// <summary>Points for each of up to ten steps of rarity. Where it is known from where she asks, what is near counts more than how it is called.</summary>
    public static int OfWord(NameKind kind, bool isPlaceKnown) => kind switch
    {
        NameKind.Free or NameKind.FreeSubject => 22,
        NameKind.Subject => isPlaceKnown ? 12 : 20,
        NameKind.Kind => isPlaceKnown ? 4 : 10,
        _ => 4,
    };

    public static int OfDoor(Door door) => door switch { Door.Open => 60, Door.Soon => 35, Door.Unknown => 20, _ => 0 };

    /// <summary>Steps of rarity of a word that so many of all entries have.</summary>
    public static int Rarity(int having, int all) => having == 0 ? 0 : Math.Min(MostSteps, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)(all / having)));

    private static int[] Needs()
    {
        var points = new int[Contracts.Places.PlaceKinds.All.Count];
        foreach (var kind in (string[])["shelter", "food", "health", "child_protection"]) points[Codes.Kind(kind)] = 60;
        foreach (var kind in (string[])["women", "legal", "hub", "water", "asylum_authority"]) points[Codes.Kind(kind)] = 45;
        return points;
    }
}
