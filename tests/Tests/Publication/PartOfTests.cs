using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Amparo.Contracts.Publication;

namespace Amparo.Tests.Publication;

/// <summary>A part whose records a test says.</summary>
internal sealed class PartOfTests(string name = "extra") : IEditionPart
{
    public Func<IEnumerable<EditionRecord>> Gives { get; set; } = () => [];
    public Func<DbConnection, Task<string>>? Asks { get; set; }
    public HashSet<int> Dirty { get; } = [];
    public bool MindsShards { get; set; } = true;
    public bool IsReference { get; set; } = true;

    public string Name => name;
    public string Recipe { get; set; } = "1";

    public Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<int>>(Dirty.ToHashSet());

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        if (Asks is not null && shards!.Contains(0)) yield return Record(0, "asked", await Asks(readers));
        foreach (var record in Gives().Where(r => !MindsShards || shards!.Contains(r.Shard))) yield return record;
    }

    public static EditionRecord Record(int shard, string key, string value, bool isDemonstration = true) =>
        new(shard, key, Encoding.UTF8.GetBytes($$"""{"key":"{{key}}","value":"{{value}}"}"""), isDemonstration);
}
