namespace Amparo.Places.Desk.Editing;

/// <summary>A page that holds what somebody must know before coming.</summary>
internal interface IConditions
{
    Words W { get; }
    ConditionsForm Form { get; }
    Dictionary<string, string> Wrong { get; }

    /// <summary>Of a place that hides its address no text may tell the way there.</summary>
    bool SaysWay { get; }
}
