using SQLitePCL;

namespace Amparo.Kernel;

/// <summary>
/// A row of the audit on SQLite, copied from its columns as the bytes that lie there: a text made of them and taken apart again
/// would be most of what a verification costs. The columns are those of <see cref="AuditRows"/>, which have the order of the line.
/// </summary>
internal static class AuditColumns
{
    private const int Purpose = 5, MacColumn = 11, ChainColumn = 13;

    /// <exception cref="FormatException">A column does not hold what it must.</exception>
    public static ReadOnlySpan<byte> Line(sqlite3_stmt row, Span<byte> room)
    {
        var line = AuditLine.Begun(room);
        for (var column = 0; column < MacColumn; column++)
        {
            switch (column)
            {
                case 1 or 2 or 9: line.Add(Number(row, column)); break;
                case 3 or 4 or 8: line.Add(Id(row, column)); break;
                case Purpose when raw.sqlite3_column_type(row, Purpose) == raw.SQLITE_NULL: line.AddNothing(); break;
                default: line.Add(Text(row, column)); break;
            }
        }
        return line.Written;
    }

    public static ReadOnlySpan<byte> Mac(sqlite3_stmt row) => raw.sqlite3_column_blob(row, MacColumn);
    public static ReadOnlySpan<byte> Chain(sqlite3_stmt row) => raw.sqlite3_column_blob(row, ChainColumn);

    private static long Number(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(row, column) : throw new FormatException();

    // As bytes and not as a text that ends at the first zero: what stands behind it would go unseen.
    private static ReadOnlySpan<byte> Text(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_TEXT ? raw.sqlite3_column_blob(row, column) : throw new FormatException();

    private static Guid? Id(sqlite3_stmt row, int column) =>
        raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL ? null : Guid.Parse(Text(row, column));
}
