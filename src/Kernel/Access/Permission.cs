namespace Amparo.Kernel;

/// <summary>
/// One act that somebody may be allowed to do. The word is stable: it stands on the endpoint, in the roles and in the audit.
/// What it means to a person is the text <see cref="TextKey"/> of the module that declares it.
/// </summary>
/// <param name="Act">Begins with the module's name: <c>places.approve</c>.</param>
/// <param name="Roles">The roles that hold it out of the box, by name.</param>
public sealed record Permission(string Act, params IReadOnlyList<string> Roles)
{
    /// <summary>Dangerous: whoever does it must have signed in anew within <see cref="SessionTimes.Fresh"/>.</summary>
    public bool NeedsFreshSignIn { get; init; }

    /// <summary>Whoever is signed in may do it, to what is their own. It reaches no record of anybody else.</summary>
    public bool IsOfOneself { get; init; }

    /// <summary>
    /// Lies in roles out of the box and in no other: nobody may lay it beside acts of another kind, such as reading complaints beside
    /// doing what is complained of.
    /// </summary>
    public bool IsApart { get; init; }

    public string TextKey => Act + ".means";
}

/// <summary>A named set of permissions. Its words are the texts <c>role.NAME</c> and <c>role.NAME.about</c>.</summary>
public sealed record Role(string Name)
{
    public string TextKey => "role." + Name;
}

/// <summary>Every permission that the modules of this installation declare.</summary>
public sealed class Permissions
{
    private readonly Dictionary<string, Permission> _byAct;

    /// <exception cref="InvalidOperationException">Two modules declare the same act, or one declares an act of another.</exception>
    public Permissions(IEnumerable<Module> modules)
    {
        var all = modules.SelectMany(m => m.Permissions.Select(p => (Module: m, Permission: p))).ToList();
        if (all.FirstOrDefault(p => !p.Permission.Act.StartsWith(p.Module.Name + ".", StringComparison.Ordinal)) is { Permission: { } foreign })
            throw new InvalidOperationException($"The act '{foreign.Act}' does not begin with the name of the module that declares it.");
        if (all.GroupBy(p => p.Permission.Act).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"The act '{twice.Key}' is declared twice.");
        All = [.. all.Select(p => p.Permission)];
        Roles = [.. modules.SelectMany(m => m.Roles)];
        _byAct = All.ToDictionary(p => p.Act);
    }

    public IReadOnlyList<Permission> All { get; }
    public IReadOnlyList<Role> Roles { get; }

    /// <summary>The permission, or null where no module declares the act: nobody may do what nobody declared.</summary>
    public Permission? Find(string act) => _byAct.GetValueOrDefault(act);
}
