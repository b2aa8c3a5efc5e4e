namespace Amparo.Publication;

/// <summary>A stretch of a line: what all lines of its kind have in common, or what this one says.</summary>
internal readonly record struct Piece(int Start, int Length, bool IsText);

/// <summary>Cuts a line of markup and tabs into what is alike and what differs: tags are alike, the text between them and the targets of links differ.</summary>
internal static class Pieces
{
    private const string Link = " href=\"";

    /// <summary>So long is a text at most in which a number is a text of its own: in a sentence it is part of it.</summary>
    private const int MostAround = 48;
    private const int LeastNumber = 6;
    private const string Plus = "&#x2B;";

    public static void Cut(string line, List<Piece> into)
    {
        into.Clear();
        for (var at = 0; at < line.Length;)
        {
            var end = EndOf(line, at);
            if (line[at] == '<') Tag(line, at, end, into);
            else if (IsMark(line[at])) into.Add(new(at, 1, false));
            else Text(line, at, end, into);
            at = end;
        }
    }

    private static int EndOf(string line, int at)
    {
        if (IsMark(line[at])) return at + 1;
        if (line[at] == '<') return line.IndexOf('>', at) is >= 0 and var close ? close + 1 : line.Length;
        var end = at + 1;
        while (end < line.Length && line[end] != '<' && !IsMark(line[end])) end++;
        return end;
    }

    // A tab parts the cells of a line; the private letters stand where a device writes what it knows itself.
    private static bool IsMark(char c) => c is '\t' or (>= '\uE000' and <= '\uE0FF');

    private static void Tag(string line, int at, int end, List<Piece> into)
    {
        var link = line.IndexOf(Link, at, end - at, StringComparison.Ordinal);
        var from = link + Link.Length;
        var to = link < 0 ? -1 : line.IndexOf('"', from, end - from);
        if (to <= from)
        {
            into.Add(new(at, end - at, false));
            return;
        }
        into.Add(new(at, from - at, false));
        Numbers(line, from, to, into);
        into.Add(new(to, end - to, false));
    }

    private static void Text(string line, int at, int end, List<Piece> into)
    {
        var (first, last) = (at, end);
        while (first < last && line[first] == ' ') first++;
        while (last > first && line[last - 1] == ' ') last--;
        if (first > at) into.Add(new(at, first - at, false));
        if (last > first) Numbers(line, first, last, into);
        if (end > last && last > first) into.Add(new(last, end - last, false));
    }

    // "tel:+5049999" and "Call +5049999" say the same number, and a point its degrees: apart they are written once.
    private static void Numbers(string line, int from, int to, List<Piece> into)
    {
        var begun = from;
        if (to - from <= MostAround)
            for (var at = from; at < to;)
            {
                var end = NumberEnd(line, at, to);
                if (end - at < LeastNumber)
                {
                    at = Math.Max(end, at + 1);
                    continue;
                }
                if (at > begun) into.Add(new(begun, at - begun, true));
                into.Add(new(at, end - at, true));
                begun = at = end;
            }
        if (to > begun) into.Add(new(begun, to - begun, true));
    }

    private static int NumberEnd(string line, int at, int to)
    {
        if (line[at] == '-') at++;
        else if (string.CompareOrdinal(line, at, Plus, 0, Plus.Length) == 0 && at + Plus.Length <= to) at += Plus.Length;
        while (at < to && (char.IsAsciiDigit(line[at]) || line[at] == '.')) at++;
        return at;
    }
}
