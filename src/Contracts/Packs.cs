namespace Amparo.Contracts.Packs;

/// <summary>
/// What a module or the readers' side adds to every pack that a phone keeps: guides, alerts. A pack is passed from hand to hand
/// and cannot be called back from a phone without a network: only what may lie open for thirty days belongs into it.
/// </summary>
public interface IPackPart
{
    /// <summary>Lower case letters and underscores; not one of <c>PackParts</c>.</summary>
    string Name { get; }

    /// <summary>Changes when <see cref="Lines"/> would give others; packs with the same mark are not made anew.</summary>
    string Mark(string country, string language);

    /// <summary>
    /// Lines of text or of markup that the readers' own views drew, without line breaks; tabs part cells. A pack of several
    /// countries carries the lines of each, one country after the other.
    /// </summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="language">One of the five.</param>
    IReadOnlyList<string> Lines(string country, string language);
}
