namespace Amparo.Places.Desk.Editing.Where;

/// <summary>A page that holds town and area.</summary>
internal interface ITown
{
    Words W { get; }
    Dictionary<string, string> Wrong { get; }
    WhereForm Form { get; }

    /// <summary>What may be meant by the typed town, where it is not beyond doubt.</summary>
    IReadOnlyList<GazetteerPlace> Matches { get; }

    /// <summary>The gazetteer knows the country.</summary>
    bool HasTowns { get; }
}
