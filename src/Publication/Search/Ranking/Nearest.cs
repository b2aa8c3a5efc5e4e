namespace Amparo.Publication;

/// <summary>
/// The nearest admitted entries of one list, over all segments: exactly those that sorting everything by distance and
/// identifier would give, without looking at the rest.
/// </summary>
internal sealed class Nearest(Ask ask, View view, Plane from, uint need)
{
    /// <summary>Whether an entry of a kind that is sought lies so near.</summary>
    public static bool IsAny(Ask ask, View view, int kilometres)
    {
        if (ask.From is not { } from) return false;
        var most = Plane.Squared(kilometres);
        for (var kinds = ask.Kinds; ; kinds &= kinds - 1)
        {
            var key = kinds == 0 ? Keys.All(ask.Country) : Keys.Of(System.Numerics.BitOperations.TrailingZeroCount(kinds), ask.Country);
            foreach (var (segment, number) in new Nearest(ask, view, from, 0).Take(key, 1))
                if (view.Segments[segment].Rows[number] is var row && from.Squared(row.Latitude, row.Longitude) <= most) return true;
            if (kinds == 0 || (kinds & kinds - 1) == 0) return false;
        }
    }

    private readonly record struct Near(long Squared, Guid Id, int Segment, int Number) : IComparable<Near>
    {
        public int CompareTo(Near other) => Squared != other.Squared ? Squared.CompareTo(other.Squared) : Id.CompareTo(other.Id);
    }

    private Near[] _heap = [];
    private int _count;
    private Segment _segment = null!;
    private PlaceList _list = null!;
    private int _at;

    /// <summary>Their segment and number, nearest first.</summary>
    public List<(int Segment, int Number)> Take(int key, int most)
    {
        (_heap, _count) = (new Near[most], 0);
        for (_at = 0; _at < view.Segments.Length; _at++)
        {
            _segment = view.Segments[_at];
            if (_segment.List(key) is not { } list) continue;
            _list = list;
            Walk(0, list.Tree.Length, byLatitude: true);
        }
        Array.Sort(_heap, 0, _count);
        var found = new List<(int, int)>(_count);
        for (var i = 0; i < _count; i++) found.Add((_heap[i].Segment, _heap[i].Number));
        return found;
    }

    private void Walk(int low, int high, bool byLatitude)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if ((_list.TraitsUnder(middle) & need) != need) return;
            var (latitude, longitude) = _list.Points[middle];
            var squared = from.Squared(latitude, longitude);
            if (_count < _heap.Length || squared <= _heap[0].Squared) Look(squared, _list.Tree[middle]);
            var (isBefore, away) = byLatitude ? (from.Latitude < latitude, from.OfLatitude(latitude)) : (from.Longitude < longitude, from.OfLongitude(longitude));
            byLatitude = !byLatitude;
            if (isBefore)
            {
                Walk(low, middle, byLatitude);
                if (_count == _heap.Length && away > _heap[0].Squared) return;
                low = middle + 1;
            }
            else
            {
                Walk(middle + 1, high, byLatitude);
                if (_count == _heap.Length && away > _heap[0].Squared) return;
                high = middle;
            }
        }
    }

    private void Look(long squared, int number)
    {
        if ((_segment.Rows[number].Traits & need) == need && ask.Admits(_at, number)) Keep(new(squared, _segment.Rows[number].Id, _at, number));
    }

    // The farthest of the kept ones lies at the top.
    private void Keep(Near near)
    {
        if (_count < _heap.Length)
        {
            var at = _count++;
            for (; at > 0 && _heap[(at - 1) / 2].CompareTo(near) < 0; at = (at - 1) / 2) _heap[at] = _heap[(at - 1) / 2];
            _heap[at] = near;
            return;
        }
        if (near.CompareTo(_heap[0]) >= 0) return;
        var hole = 0;
        while (2 * hole + 1 < _count)
        {
            var child = 2 * hole + 1;
            if (child + 1 < _count && _heap[child + 1].CompareTo(_heap[child]) > 0) child++;
            if (near.CompareTo(_heap[child]) >= 0) break;
            _heap[hole] = _heap[child];
            hole = child;
        }
        _heap[hole] = near;
    }
}
