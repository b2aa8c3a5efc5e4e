namespace Amparo.Contracts.Places;

/// <summary>"I work here": what a reader's page puts into the inbox under the kind <c>places.claim</c>. Nothing follows from it until two checks confirmed it.</summary>
/// <param name="Place">The entry that it is about.</param>
/// <param name="Organisation">Who runs it, at most 300 characters.</param>
/// <param name="Name">Of the person, at most 80 characters.</param>
/// <param name="Email">Where the invitation would go, at most 200 characters.</param>
/// <param name="Language">One of the readers' languages.</param>
/// <param name="Words">How it can be made sure, at most 1,000 characters; null where nothing was written.</param>
public sealed record PlaceClaim(Guid Place, string Organisation, string Name, string Email, string Language, string? Words)
{
    public const string Kind = "places.claim";
}
