using Amparo.Places.Entries;

namespace Amparo.Places.Desk.Editing;

/// <summary>A page that is one part of an entry, for the row of links between them.</summary>
internal interface ISection
{
    /// <summary>The parts: the key of each one's words, and where it is.</summary>
    static IReadOnlyList<(string Key, string Path)> All { get; } =
        [("basics", "edit"), ("where", "edit/where"), ("services", "edit/services"), ("conditions", "edit/conditions"), ("other", "edit/other")];

    /// <summary>Those that are offered to this person.</summary>
    IReadOnlyList<(string Key, string Path)> Sections => All;

    /// <summary>Which of <see cref="Sections"/> this page is.</summary>
    string Section { get; }
    Words W { get; }
    Place Place { get; }

    /// <summary>Of the entry, where the parts are below it.</summary>
    string Home { get; }

    /// <summary>A key of what somebody must know before writing; null: nothing.</summary>
    string? Warning => Place.Status == PlaceStatus.Approved ? "places.desk.edit.contacts_wait" : null;
}
