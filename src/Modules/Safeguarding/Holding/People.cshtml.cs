namespace Amparo.Safeguarding.Holding;

/// <summary>Who reads complaints, and who got the role and waits for a second person to say that she is meant.</summary>
[Requires(SafeguardingPermissions.ViewHolders)]
internal sealed class PeopleModel(Holders holders) : ConsolePage
{
    public override string TitleKey => "safeguarding.people.title";

    public IReadOnlyList<Named> People { get; private set; } = [];

    /// <summary>Of two there is always one who may read what is said of the other.</summary>
    public bool IsOneAlone => People.Count(p => p.IsActive) < 2;
    public bool MayConfirm => Who.Holds(SafeguardingPermissions.ConfirmHolder) && IsReader;
    public bool IsReader => People.Any(p => p.IsActive && p.Account.Id == Who.Id);

    public async Task OnGetAsync(CancellationToken stop) => People = await holders.All(stop);

    /// <summary>How far she is: <c>active</c>, <c>disabled</c>, <c>not_begun</c>, <c>key_changed</c>, <c>waits</c>.</summary>
    public static string State(Named named) =>
        named.IsActive ? "active" : named.Account.DisabledAt is not null ? "disabled" : named.PublicKey is null ? "not_begun" : named.Record?.ConfirmedAt is not null ? "key_changed" : "waits";
}
