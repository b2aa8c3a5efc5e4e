namespace Amparo.Publication;

/// <summary>Admitted entries of one list over all segments, freshest first and then by identifier: where no place is known, or they have none.</summary>
internal static class Freshest
{
    public static List<(int Segment, int Number)> Take(Ask ask, View view, int key, uint need, bool onlyNowhere, int most)
    {
        var found = new List<(int, int)>(Math.Min(most, 64));
        var cursors = Array.ConvertAll(view.Segments, s => s.List(key) is { } list ? new Cursor(list, s, need, onlyNowhere) : null);
        while (found.Count < most)
        {
            var best = -1;
            for (var i = 0; i < cursors.Length; i++)
                if (cursors[i] is { } cursor && cursor.MoveTo(n => ask.Admits(i, n)) && (best < 0 || view.IsFresher(i, cursor.Current, best, cursors[best]!.Current))) best = i;
            if (best < 0) break;
            found.Add((best, cursors[best]!.Current));
            cursors[best]!.Step();
        }
        return found;
    }

    private sealed class Cursor(PlaceList list, Segment segment, uint need, bool onlyNowhere)
    {
        private readonly int[] _numbers = onlyNowhere ? list.Nowhere : list.Numbers;
        private int _at;

        public int Current => _numbers[_at];

        public void Step() => _at++;

        /// <summary>Moves on to the next one that is wanted, from the current one; false where there is none.</summary>
        public bool MoveTo(Func<int, bool> isWanted)
        {
            while (_at < _numbers.Length)
            {
                if (need != 0 && !onlyNowhere && _at % PlaceList.Block == 0 && (list.TraitsOfBlock(_at / PlaceList.Block) & need) != need)
                {
                    _at += PlaceList.Block;
                    continue;
                }
                if ((segment.Rows[_numbers[_at]].Traits & need) == need && isWanted(_numbers[_at])) return true;
                _at++;
            }
            return false;
        }
    }
}
