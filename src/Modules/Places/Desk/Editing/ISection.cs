using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Editing;

/// <summary>A page that is one part of an entry, for the row of links between them.</summary>
internal interface ISection
{
    /// <summary>The parts: the key of each one's words, and where it is.</summary>
    static IReadOnlyList<(string Key, string Path)> All { get; } =
        [("basics", "edit"), ("where", "edit/where"), ("services", "edit/services"), ("conditions", "edit/conditions"), ("other", "edit/other")];

    /// <summary>Which of <see cref="All"/> this page is.</summary>
    string Section { get; }
    Words W { get; }
    Place Place { get; }
    string Path { get; }
}
