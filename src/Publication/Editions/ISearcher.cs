namespace Amparo.Publication;

/// <summary>Answers questions over one edition. It is asked by many threads at once.</summary>
public interface ISearcher
{
    SearchAnswer Search(SearchQuestion question);
}

/// <summary>Makes the searcher of an edition, before readers see it.</summary>
/// <param name="previous">The edition that readers see now, with its <see cref="Edition.Searcher"/>, to be built upon; null for the first.</param>
/// <param name="changedShards">
/// Shards of places (0 to 255, see <c>Shards.Of</c>) that differ from <paramref name="previous"/>: every entry of another shard is
/// the same in both. Null where all may differ.
/// </param>
public delegate ISearcher SearcherFactory(Edition edition, Edition? previous, IReadOnlySet<int>? changedShards);
