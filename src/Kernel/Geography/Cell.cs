using System.Globalization;

namespace Amparo.Kernel;

/// <summary>
/// A square of 0.05 degrees, about 5 km: the finest position of a person that a server may hear of.
/// Same rounding as in the browser: <c>Math.floor(degrees * 20 + 0.5) / 20</c>.
/// </summary>
public readonly record struct Cell
{
    private const int PerDegree = 20;
    private const int LongestNumber = 24;
    private readonly short _row;
    private readonly short _column;

    private Cell(double row, double column)
    {
        _row = (short)row;
        // 180 E and 180 W are one meridian, and so one cell.
        _column = (short)(column == 180 * PerDegree ? -column : column);
    }

    /// <summary>The cell in which a valid point lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is not on the globe.</exception>
    public static Cell Of(GeoPoint point) => point.IsValid
        ? new(Math.Floor(point.Latitude * PerDegree + 0.5), Math.Floor(point.Longitude * PerDegree + 0.5))
        : throw new ArgumentOutOfRangeException(nameof(point), "the point is not on the globe");

    /// <summary>The middle of the cell: what distances are measured from.</summary>
    public GeoPoint Centre => new(_row / (double)PerDegree, _column / (double)PerDegree);

    /// <summary>Latitude and longitude of the centre with two decimals, such as <c>14.90,-92.25</c>, in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_row / (decimal)PerDegree:0.00},{_column / (decimal)PerDegree:0.00}");

    /// <summary>
    /// Reads <c>LAT,LON</c>. <paramref name="finer"/> says that the text told more than its cell: the caller redirects
    /// to the cell's own text and keeps, logs and repeats nothing of what was sent.
    /// </summary>
    public static bool TryParse(string? text, out Cell cell, out bool finer)
    {
        (cell, finer) = (default, false);
        if (text is null || text.Length > 2 * LongestNumber || text.Split(',') is not [var first, var second]) return false;
        if (!TryNumber(first, 90, out var latitude) || !TryNumber(second, 180, out var longitude)) return false;
        cell = Of(new((double)latitude, (double)longitude));
        finer = latitude * PerDegree % 1 != 0 || longitude * PerDegree % 1 != 0;
        return true;
    }

    private static bool TryNumber(string text, int most, out decimal number) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && Math.Abs(number) <= most;
}
