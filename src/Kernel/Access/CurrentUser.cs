namespace Amparo.Kernel;

/// <summary>Who is asking, and what they are doing right now. Nobody, until somebody signed in.</summary>
public sealed class CurrentUser
{
    private SignedIn? _session;
    private readonly Dictionary<string, Reach> _reaches = [];
    private readonly List<(List<Scope> Of, Reach Reach)> _known = [];

    /// <summary>The account that acts; null for readers, jobs and the command line.</summary>
    public Guid? Id { get; set; }

    /// <summary>The organisation for which this person acts.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>Why, in one line, where the act asks for it: it goes to the audit, so it names nobody.</summary>
    public string? Purpose { get; set; }

    /// <summary>The act of this request, such as <c>places.approve</c>: the permission, the audit verb and the message's key.</summary>
    public string? Act { get; set; }

    /// <summary>The session of this request, read from the database at its beginning and never kept longer.</summary>
    public SignedIn? Session
    {
        get => _session;
        set
        {
            (_session, Id, Organisation) = (value, value?.AccountId, value?.Organisation);
            _reaches.Clear();
            _known.Clear();
        }
    }

    /// <summary>Whether this person holds the act in some scope. Which records it reaches only <see cref="ReachFor"/> says.</summary>
    public bool Holds(string act) => !ReachFor(act).IsNone;

    /// <summary>Where this person may do this act. Nothing of another act is added: view in one country and refer in another never add up.</summary>
    public Reach ReachFor(string act)
    {
        if (!_reaches.TryGetValue(act, out var reach)) _reaches[act] = reach = Within([.. from grant in _session?.Grants ?? [] where grant.Act == act select grant.Scope]);
        return reach;
    }

    // A request asks for a few of the sixty acts that somebody may hold, and nearly all of them are held in the same scopes.
    private Reach Within(List<Scope> scopes)
    {
        if (scopes.Count == 0) return Reach.None;
        foreach (var (of, known) in _known)
            if (of.SequenceEqual(scopes)) return known;
        var reach = Reach.Of(scopes);
        _known.Add((scopes, reach));
        return reach;
    }

    /// <summary>The countries in which this person may do this act; of somebody who may do it everywhere ask <see cref="ReachFor"/>.</summary>
    public IReadOnlyList<string> CountriesFor(string act) => ReachFor(act).Countries;
}

/// <summary>What is known of the person behind a session.</summary>
/// <param name="FreshAt">When somebody last proved to be this person.</param>
/// <param name="HasPin">It is a shift at a shared computer, whose screen can be covered.</param>
public sealed record SignedIn(Guid AccountId, Guid SessionId, string Name, string Language, DateTimeOffset FreshAt, IReadOnlyList<Grant> Grants, Guid? Organisation = null, bool HasPin = false);

/// <summary>One act that is held in one scope.</summary>
public readonly record struct Grant(string Act, Scope Scope);
