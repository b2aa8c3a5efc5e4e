namespace Amparo.Publication;

internal enum Says
{
    /// <summary>Joins other words and says nothing itself.</summary>
    Nothing,
    Kinds,
    OpenNow,
    NearMe,
    AsksNoPapers,
    Free,
}

/// <summary>What one phrase means in one language.</summary>
/// <param name="Language">Position in <see cref="Languages.All"/>.</param>
/// <param name="Kinds">Numbers of kinds, the likeliest first.</param>
/// <param name="For">Number of a population, or -1.</param>
/// <param name="IsStrong">False for words that say something only where no strong word stands beside them.</param>
/// <param name="IsBoth">The word has two meanings in the region, and both are answered side by side.</param>
internal sealed record Meaning(int Language, Says Says, int[] Kinds, int For = -1, bool IsStrong = true, bool IsBoth = false)
{
    public bool HasKind(int kind) => Kinds.AsSpan().Contains(kind);
}
