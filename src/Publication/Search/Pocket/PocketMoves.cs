using Amparo.Kernel;

namespace Amparo.Publication;

/// <summary>
/// The file of <see cref="PocketIndex"/> as it would be if some entries were not in it and others stood between: every number of an
/// entry is another then. Only ranks and words are written anew; the columns of an entry that came are not there yet. Its twin is
/// <c>web/src/pack/moves.ts</c>.
/// </summary>
internal static class PocketMoves
{
    private const int Head = 5 + 8;

    /// <summary>The place of each entry among all identifiers; null where it is no such file.</summary>
    public static int[]? Ranks(byte[] index)
    {
        try
        {
            var read = new PocketReading(index, Head);
            read.Skip(read.Number());
            read.Number();
            return read.Numbers(read.Number());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <param name="gone">Numbers of the old file.</param>
    /// <param name="came">Numbers of the new file, ascending, with their ranks there.</param>
    /// <returns>Null where it is no such file.</returns>
    public static byte[]? Move(byte[] index, IReadOnlyCollection<int> gone, IReadOnlyCollection<(int Number, int Rank)> came)
    {
        try
        {
            return new Moving(index, [.. gone], [.. came.Select(c => c.Number)], [.. came]).Write();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed class Moving(byte[] index, HashSet<int> gone, int[] came, (int Number, int Rank)[] ranked)
    {
        private readonly PocketReading _read = new(index, Head);
        private readonly PocketBytes _into = new();

        public byte[] Write()
        {
            _read.Skip(_read.Number());
            var rows = _read.Number();
            var end = _read.At + rows;
            _into.Raw(index.AsSpan(0, _read.At));
            var ranks = _read.Numbers(_read.Number());
            Ranks(ranks);
            _into.Raw(index.AsSpan(_read.At, Math.Max(0, end - _read.At)));
            _read.MoveTo(end);
            Words(Numbers(ranks.Length, gone, came));
            _into.Raw(index.AsSpan(_read.At));
            return _into.ToArray();
        }

        private void Ranks(int[] ranks)
        {
            var of = Numbers(ranks.Length, [.. ranks.Where((_, number) => gone.Contains(number))], [.. ranked.Select(r => r.Rank).Order()]);
            var stay = ranks.Where((_, number) => !gone.Contains(number)).Select(rank => rank < of.Length ? of[rank] : throw new InvalidDataException()).ToList();
            foreach (var (number, rank) in ranked) stay.Insert(number <= stay.Count ? number : throw new InvalidDataException(), rank);
            _into.Number(stay.Count);
            foreach (var rank in stay) _into.Number(rank);
        }

        private void Words(int[] of)
        {
            var from = _read.At;
            var count = _read.Number();
            _read.Numbers(count);
            _read.Numbers(count);
            _read.Skip(_read.Number());
            _into.Raw(index.AsSpan(from, _read.At - from));
            var having = _read.Numbers(count);
            var all = having.Sum(h => (long)h);
            if (all > _read.Left) throw new InvalidDataException();
            var (steps, where) = (_read.Numbers((int)all), _read.Numbers((int)all));
            var (entries, places) = (new PocketBytes(), new PocketBytes());
            for (var (word, at) = (0, 0); word < count; word++)
            {
                var (number, last, left) = (0L, 0, 0);
                for (var n = 0; n < having[word]; n++, at++)
                {
                    number += steps[at];
                    if (number >= of.Length) throw new InvalidDataException();
                    if (of[number] < 0) continue;
                    entries.Number(of[number] - last);
                    places.Number(where[at]);
                    last = of[number];
                    left++;
                }
                _into.Number(left);
            }
            _into.Raw(entries.Written);
            _into.Raw(places.Written);
        }

        // The new number of each old one; minus one where it went.
        private static int[] Numbers(int count, HashSet<int> gone, int[] came)
        {
            var (of, next, at) = (new int[count], 0, 0);
            for (var old = 0; old < count; old++)
            {
                if (gone.Contains(old))
                {
                    of[old] = -1;
                    continue;
                }
                while (at < came.Length && came[at] == next)
                {
                    at++;
                    next++;
                }
                of[old] = next++;
            }
            return of;
        }
    }
}
