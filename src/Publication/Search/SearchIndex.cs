using Amparo.Contracts.Places;

namespace Amparo.Publication;

/// <summary>
/// Finds entries of an edition. It keeps about 400 bytes of each and asks for the records of what it shows only. Immutable
/// and asked by many threads at once; an edition with few changes gets an index that shares all but those.
/// </summary>
public sealed class SearchIndex : ISearcher
{
    private const int LastResorts = 3;
    private const int SmallestMerge = 1_024;
    private const int VillageKilometres = 60;
    private static readonly string[] AlwaysThere = [PlaceKinds.TraffickingHotline, PlaceKinds.Women, PlaceKinds.Health, PlaceKinds.ChildProtection];

    private readonly View _view;
    private readonly Func<Guid, PublicPlace?> _record;
    private readonly HoursTable _hours;
    private readonly Gazetteer _gazetteer;
    private readonly QuestionReader _reader;
    private readonly Vocabulary _vocabulary;

    private SearchIndex(View view, Func<Guid, PublicPlace?> record, HoursTable hours, Gazetteer gazetteer, QuestionReader reader, Vocabulary vocabulary) =>
        (_view, _record, _hours, _gazetteer, _reader, _vocabulary) = (view, record, hours, gazetteer, reader, vocabulary);

    internal View View => _view;

    /// <summary>How many entries can be found.</summary>
    public int Count => _view.Count;

    /// <summary>Reads all entries once, in any order.</summary>
    /// <param name="record">Gives the record of an entry that is shown; null where it is gone.</param>
    public static SearchIndex Build(IEnumerable<PublicPlace> places, Func<Guid, PublicPlace?> record, Gazetteer gazetteer, Vocabulary? vocabulary = null)
    {
        var words = vocabulary ?? Vocabulary.Current;
        var hours = new HoursTable();
        var main = new Segment(places.Select(p => Row.Of(p, hours, gazetteer, words)));
        return new(new(main, null, null), record, hours, gazetteer, new(words, gazetteer), words);
    }

    /// <summary>The index of the next edition: these entries as they are now, those no more, and all others as they were.</summary>
    public SearchIndex With(IEnumerable<PublicPlace> changed, IEnumerable<Guid> removed, Func<Guid, PublicPlace?> record)
    {
        var rows = changed.Select(p => Row.Of(p, _hours, _gazetteer, _vocabulary)).ToDictionary(r => r.Id);
        var gone = removed.Concat(rows.Keys).ToHashSet();
        var main = _view.Main;
        var struck = (ulong[]?)_view.Struck?.Clone() ?? new ulong[(main.Count + 63) / 64];
        foreach (var id in gone) if (main.NumberOf(id) is >= 0 and var number) struck[number >> 6] |= 1UL << (number & 63);
        if (_view.Segments is [_, var delta])
            for (var i = 0; i < delta.Count; i++) if (!gone.Contains(delta.Rows[i].Id)) rows.Add(delta.Rows[i].Id, delta.RowOf(i));
        var view = new View(main, struck, new Segment(rows.Values));
        if (rows.Count > Math.Max(SmallestMerge, main.Count / 16)) view = new(new Segment(view.Rows()), null, null);
        return new(view, record, _hours, _gazetteer, _reader, _vocabulary);
    }

    /// <summary>As <see cref="With"/>, where whole shards were written anew: what they no longer hold is gone.</summary>
    /// <param name="isInShards">Whether an identifier belongs to one of the shards.</param>
    /// <param name="places">All entries that the shards hold now.</param>
    public SearchIndex WithShards(Func<Guid, bool> isInShards, IEnumerable<PublicPlace> places, Func<Guid, PublicPlace?> record)
    {
        var before = _view.Segments.SelectMany(s => s.Rows).Select(r => r.Id).Where(isInShards);
        return With(places, before.ToList(), record);
    }

    /// <inheritdoc/>
    public SearchAnswer Search(SearchQuestion question)
    {
        var ask = Prepare(question);
        var reading = ask.Reading;
        var ranking = new Ranking(ask, _view);
        var skip = Math.Clamp(question.Skip, 0, Ranking.Deepest);
        var take = Math.Clamp(question.Take, 0, Ranking.Deepest - skip);
        var ranked = ranking.First(skip + take);
        var hits = Hits(ask, ranked.Skip(skip).Take(take));
        var answer = new SearchAnswer(hits, ranked.Count, !ranking.IsAll, reading.Told(CodeOf(reading.Country), CodeOf(reading.Nationality)));
        return ranked.Count > 0 ? answer : answer with { LastResort = LastResort(question, ask) };
    }

    internal Ask Prepare(SearchQuestion question)
    {
        if (question.Near is { IsValid: false }) question = question with { Near = null };
        var ask = new Ask(question, Read(question, null), _view, _gazetteer);
        // A village of that name lies elsewhere: where nothing sought is near it, its name may be part of what a place is called.
        return ask.Reading.IsVillage && Names(ask.Reading.Place!) && !Nearest.IsAny(ask, _view, VillageKilometres) ? new(question, Read(question, ask.Reading.Place), _view, _gazetteer) : ask;
    }

    private Reading Read(SearchQuestion question, GazetteerPlace? but) => _reader.Read(question, form => _view.Having(form) > 0, but);

    // Some entry has each of its words.
    private bool Names(GazetteerPlace place)
    {
        var text = FoldedText.Of(place.Name);
        for (var i = 0; i < text.Words.Count; i++)
            if (text.Span(i, 1) is { Length: > 2 } word && !_vocabulary.IsDropped(word.ToString()) && _view.Having(Stem.Of(word.ToString())) == 0) return false;
        return true;
    }

    private List<SearchHit> Hits(Ask ask, IEnumerable<Found> ranked)
    {
        var hits = new List<SearchHit>();
        foreach (var found in ranked)
        {
            if (_record(found.Id) is not { } place) continue;
            ref readonly var row = ref _view.Segments[found.Segment].Rows[found.Number];
            hits.Add(new(place, ask.From is { } from && row.Latitude != Plane.NoPoint ? from.Kilometres(row.Latitude, row.Longitude) : null, found.Score));
        }
        return hits;
    }

    private List<SearchHit> LastResort(SearchQuestion question, Ask asked)
    {
        var any = new SearchQuestion { Now = question.Now, Near = asked.Point, Kinds = AlwaysThere, Language = question.Language };
        foreach (var country in (string?[])[question.Country, null])
        {
            var ask = new Ask(any with { Country = country }, Reading.OfNothing(), _view, _gazetteer);
            if (Hits(ask, new Ranking(ask, _view).First(LastResorts).Take(LastResorts)) is { Count: > 0 } hits) return hits;
        }
        return [];
    }

    private static string? CodeOf(int country) => country == 0 ? null : $"{(char)(country >> 5 | 64)}{(char)(country & 31 | 64)}";
}
