using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amparo.Contracts.Places;
using Amparo.Contracts.Publication;

namespace Amparo.Places.Emergencies;

/// <summary>
/// The numbers to call in danger, from a file that ships with the software. They come from general knowledge and say so
/// until a national office has confirmed them: a wrong emergency number is worse than the word "to be verified".
/// </summary>
internal sealed class NumbersForReaders : IEditionPart
{
    private const string Source = "general knowledge";
    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    public static IReadOnlyList<EmergencyNumbers> All { get; } = Read();

    public string Name => "numbers";
    public string Recipe => "1";
    public bool IsReference => true;

    // The file changes with the software, never while it runs.
    public Task<IReadOnlySet<int>> Touched(DbConnection readers, DateTimeOffset since, DateTimeOffset asOf, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<int>>(new HashSet<int>());

    public async IAsyncEnumerable<EditionRecord> Records(DbConnection readers, IReadOnlySet<int>? shards, DateTimeOffset asOf, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var numbers in All)
        {
            var shard = Shards.Of(StableId.Of("numbers", numbers.Country));
            if (shards is null || shards.Contains(shard))
                yield return new(shard, numbers.Country, JsonSerializer.SerializeToUtf8Bytes(numbers, CompactJson.Options), false);
        }
    }

    private static List<EmergencyNumbers> Read()
    {
        using var file = typeof(NumbersForReaders).Assembly.GetManifestResourceStream("Emergencies.numbers.json")!;
        return [.. JsonSerializer.Deserialize<List<Entry>>(file, CompactJson.Options)!
            .Select(e => new EmergencyNumbers { Country = e.Country, Numbers = e.Numbers, Source = Source, ReadOn = ReadOn })];
    }

    private sealed record Entry(string Country, IReadOnlyList<EmergencyNumber> Numbers);
}
