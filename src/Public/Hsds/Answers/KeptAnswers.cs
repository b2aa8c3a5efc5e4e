using Amparo.Public.Serving;
using Amparo.Publication;
using Microsoft.Extensions.Caching.Memory;

namespace Amparo.Public.Hsds;

/// <summary>Answers that were given lately, packed, bounded by bytes; true for one edition and until an instant.</summary>
internal sealed class KeptAnswers(PublicSettings settings) : IDisposable
{
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = Math.Max(1024 * 1024, settings.PageCacheBytes / 4), CompactionPercentage = 0.1 });

    public KeptAnswer? Find(Asked asked, PackedAs form, EditionInfo edition, DateTimeOffset now) =>
        _answers.TryGetValue((asked, form), out KeptAnswer? kept) && ReferenceEquals(kept!.Edition, edition) && now < kept.GoodUntil ? kept : null;

    public void Keep(Asked asked, KeptAnswer answer) =>
        _answers.Set((asked, answer.Form), answer, new MemoryCacheEntryOptions { Size = answer.Body.Length + 1024 });

    public void Dispose() => _answers.Dispose();
}

internal sealed record KeptAnswer(byte[] Body, PackedAs Form, string ETag, string Type, DateTimeOffset GoodUntil, EditionInfo Edition);
