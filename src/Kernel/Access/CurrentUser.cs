namespace Amparo.Kernel;

/// <summary>Who is asking, and what they are doing right now. Nobody, until somebody signed in.</summary>
public sealed class CurrentUser
{
    public Guid? Id { get; set; }
    public string? Country { get; set; }

    /// <summary>The organisation for which this person acts.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>Why, in one line, where the act asks for it: it goes to the audit, so it names nobody.</summary>
    public string? Purpose { get; set; }
    public IReadOnlySet<string> Permissions { get; set; } = new HashSet<string>();

    /// <summary>The act of this request, such as <c>places.approve</c>: the permission, the audit verb and the message's key.</summary>
    public string? Act { get; set; }

    /// <summary>The countries in which this person may do this act. View in one and refer in another never add up.</summary>
    public IReadOnlyList<string> CountriesFor(string act) => Permissions.Contains(act) && Country is not null ? [Country] : [];
}
