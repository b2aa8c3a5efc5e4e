namespace Amparo.Places.Desk.Editing.Other;

/// <summary>A page that holds what an entry says besides.</summary>
internal interface IOther
{
    Words W { get; }
    OtherForm Form { get; }
    Dictionary<string, string> Wrong { get; }
    bool IsConsular { get; }

    /// <summary>The language of the texts before.</summary>
    string TextLanguage { get; }
}
