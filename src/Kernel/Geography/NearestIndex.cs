namespace Amparo.Kernel;

/// <summary>A k-d tree over points on the unit sphere: no seam at 180 degrees and no narrowing towards the poles.</summary>
internal sealed class NearestIndex
{
    private const double EarthRadiusKilometres = 6371.0088;
    private readonly float[] _axes;
    private readonly int[] _numbers;

    public NearestIndex(IReadOnlyList<GazetteerPlace> places)
    {
        _numbers = [.. Enumerable.Range(0, places.Count)];
        var unsorted = new float[places.Count * 3];
        for (var i = 0; i < places.Count; i++) Unit(places[i].Point).CopyTo(unsorted.AsSpan(i * 3));
        Sort(unsorted, 0, places.Count, 0);
        _axes = new float[unsorted.Length];
        for (var i = 0; i < _numbers.Length; i++) unsorted.AsSpan(_numbers[i] * 3, 3).CopyTo(_axes.AsSpan(i * 3));
    }

    /// <summary>Numbers of the nearest places that are wanted, nearest first.</summary>
    public int Nearest(GeoPoint point, Span<int> found, Func<int, bool>? wanted = null)
    {
        Span<float> distances = stackalloc float[found.Length];
        var count = 0;
        Search(Unit(point), 0, _numbers.Length, 0, found, distances, ref count, wanted);
        return count;
    }

    /// <summary>Numbers of all places within a distance, in no order.</summary>
    public List<int> Within(GeoPoint point, double kilometres)
    {
        var chord = 2 * Math.Sin(Math.Min(Math.PI / 2, Math.Max(0, kilometres) / (2 * EarthRadiusKilometres)));
        var found = new List<int>();
        Collect(Unit(point), 0, _numbers.Length, 0, (float)(chord + 1e-6), found);
        return found;
    }

    private void Search(ReadOnlySpan<float> at, int from, int to, int axis, Span<int> found, Span<float> distances, ref int count, Func<int, bool>? wanted)
    {
        if (from >= to) return;
        var middle = (from + to) / 2;
        if (wanted is null || wanted(_numbers[middle])) Keep(_numbers[middle], Squared(at, middle), found, distances, ref count);
        var side = at[axis] - _axes[middle * 3 + axis];
        var next = axis == 2 ? 0 : axis + 1;
        var (near, far) = side < 0 ? ((from, middle), (middle + 1, to)) : ((middle + 1, to), (from, middle));
        Search(at, near.Item1, near.Item2, next, found, distances, ref count, wanted);
        if (count < found.Length || side * side <= distances[count - 1]) Search(at, far.Item1, far.Item2, next, found, distances, ref count, wanted);
    }

    private static void Keep(int number, float distance, Span<int> found, Span<float> distances, ref int count)
    {
        if (count == found.Length)
        {
            if (count == 0 || distance >= distances[count - 1]) return;
            count--;
        }
        var place = count++;
        for (; place > 0 && distances[place - 1] > distance; place--) (found[place], distances[place]) = (found[place - 1], distances[place - 1]);
        (found[place], distances[place]) = (number, distance);
    }

    private void Collect(ReadOnlySpan<float> at, int from, int to, int axis, float chord, List<int> found)
    {
        if (from >= to) return;
        var middle = (from + to) / 2;
        if (Squared(at, middle) <= chord * chord) found.Add(_numbers[middle]);
        var side = at[axis] - _axes[middle * 3 + axis];
        var next = axis == 2 ? 0 : axis + 1;
        if (side <= chord) Collect(at, from, middle, next, chord, found);
        if (side >= -chord) Collect(at, middle + 1, to, next, chord, found);
    }

    private float Squared(ReadOnlySpan<float> at, int i)
    {
        float x = at[0] - _axes[i * 3], y = at[1] - _axes[i * 3 + 1], z = at[2] - _axes[i * 3 + 2];
        return x * x + y * y + z * z;
    }

    private void Sort(float[] axes, int from, int to, int axis)
    {
        if (to - from < 2) return;
        var middle = (from + to) / 2;
        Part(axes, from, to - 1, middle, axis);
        Sort(axes, from, middle, axis == 2 ? 0 : axis + 1);
        Sort(axes, middle + 1, to, axis == 2 ? 0 : axis + 1);
    }

    // Hoare's selection: smaller ones before the middle, larger ones behind it.
    private void Part(float[] axes, int low, int high, int middle, int axis)
    {
        while (low < high)
        {
            var pivot = axes[_numbers[(low + high) / 2] * 3 + axis];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (axes[_numbers[i] * 3 + axis] < pivot) i++;
                while (axes[_numbers[j] * 3 + axis] > pivot) j--;
                if (i > j) break;
                (_numbers[i], _numbers[j]) = (_numbers[j], _numbers[i]);
                i++;
                j--;
            }
            if (middle <= j) high = j;
            else if (middle >= i) low = i;
            else return;
        }
    }

    private static float[] Unit(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        return [(float)(Math.Cos(latitude) * Math.Cos(longitude)), (float)(Math.Cos(latitude) * Math.Sin(longitude)), (float)Math.Sin(latitude)];
    }
}
