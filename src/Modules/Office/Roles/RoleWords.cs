namespace Amparo.Office.Roles;

/// <summary>What a role is called: a text of this program where it came with it, else the name that its maker gave it.</summary>
internal sealed class RoleWords(Words w, IReadOnlyDictionary<string, string> made)
{
    public string this[string role] => made.TryGetValue(role, out var label) ? label : w["role." + role];

    public string About(string role) => made.ContainsKey(role) ? "" : w[$"role.{role}.about"];

    public static async Task<RoleWords> Of(Database db, Words w, CancellationToken stop) =>
        new(w, await db.Set<StoredRole>().AsNoTracking().Where(r => r.Label != null).ToDictionaryAsync(r => r.Name, r => r.Label!, stop));
}
