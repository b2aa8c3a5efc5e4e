using System.Numerics;

namespace Amparo.Publication;

/// <summary>One list to walk.</summary>
/// <param name="Key">See <see cref="Keys"/>.</param>
/// <param name="Need">Traits that the entries must have.</param>
/// <param name="OnlyNowhere">Only those without a point.</param>
/// <param name="Chunk">How many in the first block; twice as many in each further one.</param>
internal readonly record struct Source(int Key, uint Need, bool OnlyNowhere, int Chunk);

/// <summary>
/// Which lists answer a question. How many there are and how much of each is looked at depends on the question alone,
/// never on how many entries there are: that keeps a search as fast at a hundred thousand as at a thousand.
/// </summary>
internal static class Sources
{
    private const int Most = 64;
    private const int Least = 24;
    private const int MostServing = 32;
    private const int ForSome = 16;
    private const int Lines = 24;
    private const int OfEachNeed = 6;

    public static List<Source> Of(Ask ask)
    {
        var sources = new List<Source>();
        if (ask.IsLost) return sources;
        if (ask.Kinds == 0)
        {
            // Who types a name and no place means the name.
            if (ask.Names.Any(n => n.IsFree) && ask.Reading.Place is null && ask.Reading.Country == 0) return sources;
            Add(sources, ask, Keys.All(ask.Country), Most);
            for (var kind = 0; kind < Points.WithoutKind.Length; kind++)
                if (Points.WithoutKind[kind] > 0) Add(sources, ask, Keys.Of(kind, ask.Country), OfEachNeed);
            return sources;
        }
        var chunk = Math.Max(Least, Most / BitOperations.PopCount(ask.Kinds));
        for (var kinds = ask.Kinds; kinds != 0; kinds &= kinds - 1) OfKind(sources, ask, BitOperations.TrailingZeroCount(kinds), chunk);
        if (ask.Reading.Nationality != 0) Add(sources, ask, Keys.ServingNationals(ask.Reading.Nationality), Least);
        return sources;
    }

    private static void OfKind(List<Source> sources, Ask ask, int kind, int chunk)
    {
        var key = Keys.Of(kind, ask.Country);
        Add(sources, ask, key, chunk);
        for (var who = ask.Reading.For; who != 0; who &= who - 1) sources.Add(new(key, who & (~who + 1), false, ForSome));
        if (ask.From is null) return;
        if (ask.Home != 0) sources.Add(new(Keys.Of(kind, ask.Home), 0, true, Lines));
        if (ask.Home != ask.Country || ask.Home == 0) sources.Add(new(key, 0, true, Lines));
    }

    private static void Add(List<Source> sources, Ask ask, int key, int chunk)
    {
        if (ask.ForChosen != 0)
        {
            sources.Add(new(key, ask.ForChosen, false, Math.Min(chunk, MostServing)));
            sources.Add(new(key, Traits.SaysNotWhom, false, Least));
        }
        else sources.Add(new(key, 0, false, chunk));
    }
}
