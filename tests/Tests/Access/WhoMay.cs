namespace Amparo.Tests.Access;

/// <summary>The oracle: what <c>roles.txt</c> says, and what a scope means, in words that share nothing with the code they judge.</summary>
internal static class WhoMay
{
    private static readonly string[][] Lines =
        [.. File.ReadAllLines(Path.Combine(SharedData.Repository, "tests/Tests/Access/roles.txt")).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 0)];

    public static IReadOnlyList<string> Roles { get; } = [.. Lines.Single(l => l[0] == "#" && l.Contains("administrator")).Skip(1)];

    public static IReadOnlyList<string> Acts { get; } = [.. Lines.Where(l => l[0] != "#").Select(l => l[0])];

    public static bool IsOfOneself(string act) => Line(act)[1] == "own";

    public static bool Holds(string role, string act) => !IsOfOneself(act) && Line(act).ElementAtOrDefault(1 + Roles.ToList().IndexOf(role)) == "x";

    /// <summary>Whether somebody who holds an act there may do it to a record that lies so.</summary>
    public static bool Reaches(Scope scope, Lies record) => scope.Kind switch
    {
        "region" => true,
        "country" => scope.Value == record.Country,
        "organisation" => scope.Value == record.Organisation?.ToString(),
        "hub" => scope.Value == record.Hub?.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    private static string[] Line(string act) => Lines.SingleOrDefault(l => l[0] == act) ?? throw new InvalidOperationException($"roles.txt does not say who may do {act}.");
}
