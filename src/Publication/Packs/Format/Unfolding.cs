using System.Text;
using System.Text.Json;

namespace Amparo.Publication;

/// <summary>Reads what <see cref="Folding"/> wrote. Hostile input costs no more than the size that a signed manifest names.</summary>
internal sealed class Unfolding
{
    private const int Own = 1, MostBack = 8, First = Own + MostBack + 1;
    private readonly byte[][] _runs, _values;
    private readonly string _lines;
    private readonly string[] _said;
    private readonly string[][] _columns;
    private readonly int[] _at, _literal;

    private Unfolding(JsonElement json)
    {
        _runs = [.. Texts(json.GetProperty("runs")).Select(Encoding.UTF8.GetBytes)];
        _values = [.. Texts(json.GetProperty("values")).Select(Encoding.UTF8.GetBytes)];
        _lines = json.GetProperty("lines").GetString()!;
        _said = [.. Texts(json.GetProperty("said"))];
        _columns = [.. json.GetProperty("columns").EnumerateArray().Select(c => Texts(c).ToArray())];
        Shapes = Parted(json.GetProperty("shapes").GetString()!);
        (_at, _literal) = (new int[_columns.Length], new int[_columns.Length]);
        if (json.GetProperty("n").GetInt32() != _lines.Length || _columns.Length != _runs.Length || _said.Length != _runs.Length) throw new PackBroken();
    }

    private List<int[]> Shapes { get; }

    /// <param name="size">How many bytes come out, neither more nor fewer.</param>
    /// <exception cref="PackBroken">It is not what was folded.</exception>
    public static byte[] Unfold(ReadOnlyMemory<byte> folded, long size) => UnfoldUpTo(folded, size) is var all && all.LongLength == size ? all : throw new PackBroken();

    /// <param name="most">How many bytes may come out.</param>
    /// <exception cref="PackBroken">It is not what was folded.</exception>
    public static byte[] UnfoldUpTo(ReadOnlyMemory<byte> folded, long most)
    {
        try
        {
            using var json = JsonDocument.Parse(folded, new() { MaxDepth = 4 });
            var into = new byte[most];
            return into[..(int)new Unfolding(json.RootElement).Write(into)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or EncoderFallbackException)
        {
            throw new PackBroken();
        }
    }

    private long Write(Span<byte> into)
    {
        var length = 0;
        var before = new List<Range>();
        foreach (var letter in _lines)
        {
            if (Letters.Read(letter) is not (>= 0 and var number) || number >= Shapes.Count) throw new PackBroken();
            before.Clear();
            var shape = Shapes[number];
            for (var i = 0; i < shape.Length; i++)
            {
                Put(_runs[shape[i]], into, ref length);
                if (i == shape.Length - 1) break;
                var from = length;
                Put(Next(shape[i], into, before), into, ref length);
                if (length == from) throw new PackBroken(); // else empty texts could turn for ever
                before.Add(from..length);
            }
        }
        return length;
    }

    private ReadOnlySpan<byte> Next(int run, ReadOnlySpan<byte> written, List<Range> before)
    {
        var (said, literals) = (_said[run], _columns[run]);
        var says = said.Length == 0 ? 0 : _at[run] < said.Length ? Letters.Read(said[_at[run]++]) : -1;
        if (says == Own && before.Count > 0) return written[before[0]];
        if (says is > Own and <= Own + MostBack && says - Own <= before.Count) return written[before[^(says - Own)]];
        if (says >= First && says - First < _values.Length) return _values[says - First];
        if (says != 0 || _literal[run] >= literals.Length) throw new PackBroken();
        return Encoding.UTF8.GetBytes(literals[_literal[run]++]);
    }

    private List<int[]> Parted(string letters)
    {
        var (shapes, shape) = (new List<int[]>(), new List<int>());
        foreach (var letter in letters)
        {
            if (Letters.Read(letter) is not (>= 0 and var run) || run >= _runs.Length) throw new PackBroken();
            shape.Add(run);
            if (!_runs[run].AsSpan().EndsWith("\n"u8)) continue;
            shapes.Add([.. shape]);
            shape.Clear();
        }
        return shape.Count == 0 ? shapes : throw new PackBroken();
    }

    private static void Put(ReadOnlySpan<byte> bytes, Span<byte> into, ref int length)
    {
        if (!bytes.TryCopyTo(into[length..])) throw new PackBroken();
        length += bytes.Length;
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(t => t.GetString() ?? throw new PackBroken());
}
