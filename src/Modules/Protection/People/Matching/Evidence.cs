using Amparo.Protection.People.Names;

namespace Amparo.Protection.People.Matching;

/// <summary>
/// What is compared of one record, in the clear, in the session of who may open it, and nowhere else. Null and empty mean that it is not
/// known: declined, not asked and unknown are the same here and speak neither for nor against.
/// </summary>
internal sealed record Evidence
{
    public PersonName Name { get; init; } = new();
    public BirthSpan? Birth { get; init; }
    public string? Sex { get; init; }

    /// <summary>The municipality that she comes from, "Choloma, Cortés" or "Choloma".</summary>
    public string? Origin { get; init; }
    public IReadOnlyList<string> Nationalities { get; init; } = [];
    public IReadOnlyList<string> Documents { get; init; } = [];

    // What a log prints has left its seal.
    public override string ToString() => nameof(Evidence);
}
