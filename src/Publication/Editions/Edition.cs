using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;
using Amparo.Contracts.Recordings;
using Amparo.Contracts.Safeguarding;

namespace Amparo.Publication;

/// <summary>An immutable set of everything that readers may see. All reading goes through here.</summary>
public sealed class Edition
{
    private readonly IEntries _entries;
    private readonly Dictionary<string, ReportOutcome> _outcomes;
    private readonly Dictionary<string, string> _moved;
    private readonly Dictionary<string, PublicVeil> _veils;
    private readonly Dictionary<string, SealedReply> _replies;
    private readonly Dictionary<string, PublicRecording> _sounds;

    public Edition(EditionInfo info, IEnumerable<PublicPlace> places, IEnumerable<EmergencyNumbers> numbers, IEnumerable<ReportOutcome> outcomes, IEnumerable<PublicVeil>? veils = null, IEnumerable<SealedReply>? replies = null, IEnumerable<PublicRecording>? recordings = null)
        : this(info, new EntriesInMemory(places), numbers, outcomes, veils: veils, replies: replies, recordings: recordings)
    {
    }

    internal Edition(EditionInfo info, IEntries entries, IEnumerable<EmergencyNumbers> numbers, IEnumerable<ReportOutcome> outcomes, IEnumerable<MovedPlace>? moved = null, IEnumerable<PublicVeil>? veils = null, IEnumerable<SealedReply>? replies = null, IEnumerable<PublicRecording>? recordings = null)
    {
        Recordings = [.. recordings ?? []];
        _sounds = Recordings.GroupBy(r => r.Sha256).ToDictionary(g => g.Key, g => g.First());
        _replies = (replies ?? []).ToDictionary(r => r.Code);
        _veils = (veils ?? []).ToDictionary(v => v.Code);
        Info = info;
        _entries = entries;
        Numbers = [.. numbers];
        _outcomes = outcomes.ToDictionary(o => o.Code);
        _moved = (moved ?? []).ToDictionary(m => m.From, m => m.To);
    }

    /// <summary>An edition of records that are at hand, without files and signature.</summary>
    public static Edition Of(EditionInfo info, IEnumerable<PublicPlace> places, IEnumerable<EmergencyNumbers> numbers, IEnumerable<ReportOutcome> outcomes) =>
        new(info, places, numbers, outcomes);

    public EditionInfo Info { get; }

    /// <summary>The numbers to call in danger, by country.</summary>
    public IReadOnlyList<EmergencyNumbers> Numbers { get; }

    /// <summary>How many entries it holds: their ordinals run from 0 to one less, in the order of their identifiers.</summary>
    public int Count => _entries.Count;

    /// <summary>Null until one was attached.</summary>
    public ISearcher? Searcher { get; private set; }

    internal IEntries Entries => _entries;

    /// <summary>Null where no such entry is public, whatever the reason.</summary>
    public PublicPlace? BySlug(string slug) => _entries.OrdinalOf(slug) is >= 0 and var ordinal ? _entries.At(ordinal) : null;

    /// <summary>Where an address that readers knew leads now; null where it leads nowhere.</summary>
    public string? MovedTo(string slug) => _moved.GetValueOrDefault(slug);

    public PublicPlace? ById(Guid id) => _entries.OrdinalOf(id) is >= 0 and var ordinal ? _entries.At(ordinal) : null;

    /// <summary>The entry with this number. Read from its file unless it was asked for lately: ask only for what is shown.</summary>
    public PublicPlace At(int ordinal) => _entries.At(ordinal);

    public Guid IdAt(int ordinal) => _entries.IdAt(ordinal);

    /// <summary>Minus one where no such entry is public.</summary>
    public int OrdinalOf(Guid id) => _entries.OrdinalOf(id);

    /// <summary>All entries in the order of their identifiers; read one by one, since there may be a million.</summary>
    public IEnumerable<PublicPlace> Places()
    {
        for (var i = 0; i < _entries.Count; i++) yield return _entries.At(i);
    }

    /// <summary>The entries of these shards (0 to 255), in the order of their identifiers.</summary>
    public IEnumerable<PublicPlace> PlacesIn(IReadOnlySet<int> shards)
    {
        for (var i = 0; i < _entries.Count; i++)
            if (shards.Contains(Shards.Of(_entries.IdAt(i)))) yield return _entries.At(i);
    }

    /// <summary>What stands in the place of an entry that is hidden for some days; null where nothing is.</summary>
    public PublicVeil? VeilOver(string slug) => _veils.Count == 0 ? null : _veils.GetValueOrDefault(TextHash.Of(slug));

    /// <summary>All of them: so few that they are looked through.</summary>
    public IReadOnlyCollection<PublicVeil> Veils => _veils.Values;

    /// <param name="codeHash">Hexadecimal HMAC of a receipt code.</param>
    public ReportOutcome? Outcome(string codeHash) => _outcomes.GetValueOrDefault(codeHash);

    /// <param name="codeName">What <c>PaperCodes</c> makes of a code that somebody holds.</param>
    public SealedReply? Reply(string codeName) => _replies.GetValueOrDefault(codeName);

    /// <summary>All that can be heard, of places and of pages; a few hundred.</summary>
    public IReadOnlyList<PublicRecording> Recordings { get; }

    /// <summary>What can be heard of a page of the site.</summary>
    public IEnumerable<PublicRecording> RecordingsOfPage(string page) => Recordings.Where(r => r.Text == RecordedTexts.Page + page);

    /// <summary>Null where nobody may hear this sound, or not any more.</summary>
    public PublicRecording? Sound(string sha256) => _sounds.GetValueOrDefault(sha256);

    /// <summary>The entries that answer the question, best first. Costs the same at a thousand entries and at a hundred thousand.</summary>
    /// <exception cref="NotSupportedException">No searcher was attached.</exception>
    public SearchAnswer Search(SearchQuestion question) =>
        (Searcher ?? throw new NotSupportedException("This edition was opened without its search.")).Search(question);

    /// <summary>Attaches the searcher, before the edition is shown to readers.</summary>
    public Edition With(ISearcher searcher)
    {
        Searcher = searcher;
        return this;
    }
}
