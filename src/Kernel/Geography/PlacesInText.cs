namespace Amparo.Kernel;

/// <summary>A place named in a text.</summary>
/// <param name="Candidates">The places of that name, the likeliest first; several mean that the page offers a choice.</param>
/// <param name="FirstWord">Position of its first word in <see cref="PlacesInText.Text"/>.</param>
/// <param name="WordCount">How many words it covers, with the country's or area's name that follows it and chooses among the candidates.</param>
/// <param name="Corrected">A typing mistake was overlooked: say which name was understood.</param>
/// <param name="Certain">False where the words may also be ordinary ones ("La Paz", "Victoria"): let such a place lift results, never hide any.</param>
public sealed record PlaceMention(IReadOnlyList<GazetteerPlace> Candidates, int FirstWord, int WordCount, bool Corrected, bool Certain);

/// <summary>A first-level area named in a text, such as Chiapas or Olancho, where the words name no town; several where countries share the name.</summary>
public sealed record AreaMention(IReadOnlyList<GazetteerArea> Candidates, int FirstWord, int WordCount);

/// <summary>What a text says about where. Mentions do not overlap and stand in the order of the text.</summary>
public sealed record PlacesInText(
    FoldedText Text, IReadOnlyList<PlaceMention> Places, IReadOnlyList<AreaMention> Areas, IReadOnlyList<CountryMention> Countries);
