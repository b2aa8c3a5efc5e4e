using System.Text.Json.Nodes;
using Amparo.Contracts.Places;

namespace Amparo.Places.Entries;

/// <summary>
/// Telephones, web address and mailbox that somebody typed for an entry that readers see, and texts in which such things stand.
/// They wait for a second person, and so does the organisation to which somebody gives a hidden place.
/// </summary>
/// <param name="By">The account that typed the last of them.</param>
/// <param name="Email">Null: it stays. Empty: it goes.</param>
internal sealed record ProposedContacts(IReadOnlyList<PlacePhone> Phones, string? Url, Guid By, DateTimeOffset At, string? Email = null)
{
    /// <summary>Stands for whoever runs the server and has no account here: any steward is somebody else.</summary>
    public static readonly Guid TheServer = Guid.Empty;

    // An empty list is stored as nothing: to take every number away is a proposal too.
    public IReadOnlyList<PlacePhone> Phones { get; init; } = Phones ?? [];

    /// <summary>Telephones, web address and mailbox stay as they are: only texts wait.</summary>
    public bool TextsOnly { get; init; }
    public IReadOnlyList<ProposedText> Texts { get; init; } = [];

    /// <summary>Of a hidden place: the organisation that is to run it, whose people will then see where it is. Null: that stays as it is.</summary>
    public Guid? Organization { get; init; }

    /// <summary>Accounts that typed what still waits of it before <see cref="By"/> did: none of them is the second person.</summary>
    public IReadOnlyList<Guid> Earlier { get; init; } = [];

    public bool IsOf(Guid account) => By == account || Earlier.Contains(account);
}

/// <param name="Field">As it is called in the stored record.</param>
/// <param name="Item">Of a service: which.</param>
/// <param name="Before">Of a service: what it was; null where it is new.</param>
/// <param name="After">What it is to be.</param>
internal sealed record ProposedText(string Field, string? Item, JsonNode? Before, JsonNode? After);
