using Amparo.Places.Desk.Maps;

namespace Amparo.Places.Desk.Editing.Where;

/// <summary>A page that holds address and point, with their picture and what is odd about them.</summary>
internal interface IPoint
{
    Words W { get; }
    Dictionary<string, string> Wrong { get; }
    PointForm Point { get; }
    List<PointDoubt> Doubts { get; }
    PointMap? Map { get; }
}
