namespace Amparo.Kernel;

/// <summary>
/// The forms under which people know a place whose name is longer: without what stands in brackets or after a comma,
/// without "Ciudad" or "Heroica", and "Naucalpan" for "Naucalpan de Juárez" where nothing else is called so.
/// </summary>
internal static class ShortNames
{
    private const int ShortestAlone = 6;
    private static readonly string[] Titles = ["heroica ciudad de ", "heroica ", "ciudad ", "villa de "];
    private static readonly string[] Joints = [" de ", " del ", " y "];
    private static readonly char[] Brackets = ['(', '[', ','];

    public static List<(string Name, int Number)> Of(GazetteerPlace[] places, string[] own, HashSet<string> taken)
    {
        var found = new List<(string Name, int Number)>();
        var alone = new Dictionary<string, int>();
        foreach (var place in places)
        {
            var bracket = place.Name.IndexOfAny(Brackets);
            var name = bracket > 0 ? FoldedText.Fold(place.Name[..bracket]) : own[place.Number];
            if (bracket > 0) found.Add((name, place.Number));
            if (bracket > 0 && place.Name[bracket] == '(') found.Add((FoldedText.Fold(place.Name[bracket..]), place.Number));
            if (Titles.FirstOrDefault(title => name.StartsWith(title, StringComparison.Ordinal)) is { } title) found.Add((name[title.Length..], place.Number));
            else if (FirstWord(name) is { } first && !taken.Contains(first))
                alone[first] = alone.ContainsKey(first) ? -1 : place.Number;
        }
        found.AddRange(alone.Where(pair => pair.Value >= 0).Select(pair => (pair.Key, pair.Value)));
        return found;
    }

    private static string? FirstWord(string name)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        return end >= ShortestAlone && Joints.Any(joint => name.AsSpan(end).StartsWith(joint)) ? name[..end] : null;
    }
}
