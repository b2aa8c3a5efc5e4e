using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>A question made ready to be put to each entry: what shuts an entry out, and what the rest is compared by.</summary>
internal sealed class Ask
{
    private readonly View _view;
    private readonly bool _mayBeMigration;

    public Ask(SearchQuestion question, Reading reading, View view, Gazetteer gazetteer)
    {
        (_view, Reading) = (view, reading);
        Now = question.Now.ToUnixTimeMilliseconds();
        Minute = Math.Max(0, Now / 60_000);
        foreach (var kind in question.Kinds) if (Codes.Kind(kind) is >= 0 and var number) ChosenKinds |= Codes.Bit(number);
        foreach (var who in question.For) if (Codes.Population(who) is >= 0 and var number) ForChosen |= Codes.Bit(number);
        (OpenOnly, OpenFirst) = (question.OpenNow, question.OpenNow || reading.OpenNow);
        (NoPapersOnly, NoPapersFirst) = (question.AsksNoPapers, question.AsksNoPapers || reading.AsksNoPapers);

        var near = question.Near is { IsValid: true } given ? given : (GeoPoint?)null;
        Point = reading.Place is { } place && (reading.PlaceIsCertain || near is null) ? place.Point : near;
        if (Point is { } point) From = Plane.From(point);
        Country = Codes.Country(question.Country);
        if (Country == 0 && reading.Country != 0 && HasCountry(reading.Country)) Country = reading.Country;
        Home = Country != 0 ? Country : reading.Place is { } there ? Codes.Country(there.Country) : near is { } here && gazetteer.Nearest(here, 1) is [var town] ? Codes.Country(town.Place.Country) : 0;

        Kinds = ChosenKinds != 0 ? ChosenKinds : reading.Kinds;
        KindPoints = ChosenKinds != 0 ? OfChosen() : reading.Kinds != 0 ? reading.KindPoints : Points.WithoutKind;
        Last = reading.Last & ~ChosenKinds;
        _mayBeMigration = (Kinds & Codes.Bit(Codes.MigrationAuthority)) != 0;
        Names = [.. reading.Names.Select(n => new AskedWord(n, view, Point is not null)).Where(n => n.Having > 0)];
        Telling = Names.Count(n => n.IsTelling);
    }

    public Reading Reading { get; }
    public long Now { get; }
    public long Minute { get; }
    public uint ChosenKinds { get; }
    public uint Kinds { get; }
    public int[] KindPoints { get; }
    public uint ForChosen { get; }
    public bool OpenOnly { get; }
    public bool OpenFirst { get; }
    public bool NoPapersOnly { get; }
    public bool NoPapersFirst { get; }
    public GeoPoint? Point { get; }
    public Plane? From { get; }

    /// <summary>The only country that is searched; zero for all.</summary>
    public int Country { get; }

    /// <summary>The country whose helplines are hers; zero where it is not known.</summary>
    public int Home { get; }

    /// <summary>Bits of kinds that come after all others, or not at all.</summary>
    public uint Last { get; }
    public AskedWord[] Names { get; }

    /// <summary>How many of <see cref="Names"/> say what is sought.</summary>
    public int Telling { get; }

    /// <summary>The words say something, but nothing that any entry answers.</summary>
    public bool IsLost => Kinds == 0 && Reading.HasFreeWords && Names.Length == 0 && Reading.Place is null && Reading.Country == 0;

    /// <summary>Whether the entry may be shown at all.</summary>
    public bool Admits(int segment, int number)
    {
        ref readonly var row = ref _view.Segments[segment].Rows[number];
        if (row.Gone <= Now || _view.IsStruck(segment, number)) return false;
        if (Country != 0 && row.Country != Country) return false;
        if (ChosenKinds != 0 && (row.Kinds & ChosenKinds) == 0) return false;
        // Migration offices are never help near: only who asks for one finds one.
        if (!_mayBeMigration && row.Kind == Codes.MigrationAuthority) return false;
        if (ForChosen != 0 && (row.Traits & ForChosen) != ForChosen && (row.Traits & Traits.SaysNotWhom) == 0) return false;
        if (NoPapersOnly && (row.Traits & Traits.AsksPapers) != 0) return false;
        return !OpenOnly || DoorOf(row) is Door.Open or Door.Unknown;
    }

    /// <summary>Hours that nobody confirmed for long are no longer said, and so not known.</summary>
    public Door DoorOf(in Row row) => Now >= row.Stale ? Door.Unknown : row.Hours.At(Minute);

    private bool HasCountry(int country) => Array.Exists(_view.Segments, s => s.List(Keys.All(country)) is not null);

    private int[] OfChosen()
    {
        var points = new int[PlaceKinds.All.Count];
        for (var i = 0; i < points.Length; i++)
            if ((ChosenKinds >> i & 1) == 1) points[i] = Points.Chosen + Math.Min(Reading.KindPoints[i], Points.Chosen) / 8;
        return points;
    }
}

/// <summary>A word that is looked for in the texts of entries.</summary>
internal sealed class AskedWord
{
    public AskedWord(NameWord word, View view, bool isPlaceKnown)
    {
        Kind = word.Kind;
        Form = view.Having(word.Form) > 0 || word.Kind != NameKind.Free ? word.Form : view.ByEar(word.Form) ?? word.Form;
        Having = view.Having(Form);
        Numbers = Array.ConvertAll(view.Segments, s => s.Words.NumberOf(Form));
        Rarity = Points.Rarity(Having, view.Count);
        Worth = Rarity * Points.OfWord(Kind, isPlaceKnown);
    }

    public NameKind Kind { get; }
    public bool IsFree => Kind is NameKind.Free or NameKind.FreeSubject;

    /// <summary>It says what is sought, and not where, when or at what price.</summary>
    public bool IsTelling => Kind != NameKind.Explained;

    /// <summary>Entries are looked for by it: it says more than the kind, or few have it.</summary>
    public bool IsSource => IsFree || Kind == NameKind.Subject || Kind == NameKind.Kind && Rarity >= Points.RareWord;
    public int Rarity { get; }
    public string Form { get; }
    public int Having { get; }

    /// <summary>Its number in each segment.</summary>
    public int[] Numbers { get; }

    /// <summary>Points where it stands in the name; three quarters where in a service, half where it is the organisation's or the town's, a quarter where it is told.</summary>
    public int Worth { get; }
}
