namespace Amparo.Kernel;

/// <summary>
/// Keeps <see cref="OutgoingCount"/> in step inside the database, whichever program, job or bulk command writes a message. It is
/// made anew with every migration, and what there is is then counted once.
/// </summary>
internal static class OutgoingCounting
{
    private const string From = OutgoingTable.Name, To = OutgoingCountTable.Name;
    private const string Key = "purpose, month, country, channel, state, currency", Sums = "messages, segments, price_micros";

    public static IEnumerable<string> For(Engine engine) => [.. engine.IsSqlite ? OnSqlite() : OnPostgres(), $"DELETE FROM {To}", $"INSERT INTO {To} ({Key}, {Sums}) {Counted(engine.IsPostgres, (From, 1))}"];

    // Rows of a message as rows of the count: a state that is left counts against.
    private static string Counted(bool isPostgres, params (string Rows, int Sign)[] of) =>
        $"SELECT {Key}, sum(sign), sum(sign * segments), sum(sign * price_micros) FROM ({string.Join(" UNION ALL ", of.Select(o => $"SELECT {Row(isPostgres, "", o.Sign)} FROM {o.Rows}"))}) AS counted GROUP BY {Key}";

    private static string Row(bool isPostgres, string of, int sign)
    {
        var month = isPostgres ? $"CAST(to_char(to_timestamp({of}queued_at / 1000000) AT TIME ZONE 'UTC', 'YYYYMM') AS integer)" : $"CAST(strftime('%Y%m', {of}queued_at / 1000000, 'unixepoch') AS INTEGER)";
        return $"{of}purpose AS purpose, {month} AS month, COALESCE({of}country, '') AS country, {of}channel AS channel, {of}state AS state, COALESCE({of}currency, '') AS currency, {sign} AS sign, {of}segments AS segments, COALESCE({of}price_micros, 0) AS price_micros";
    }

    private static string Added => $"ON CONFLICT ({Key}) DO UPDATE SET messages = {To}.messages + excluded.messages, segments = {To}.segments + excluded.segments, price_micros = {To}.price_micros + excluded.price_micros";

    private static IEnumerable<string> OnSqlite()
    {
        // "WHERE true" tells the words behind it from a join.
        static string Add(string of, int sign) => $"INSERT INTO {To} ({Key}, {Sums}) SELECT {Key}, sign, sign * segments, sign * price_micros FROM (SELECT {Row(false, of + ".", sign)}) WHERE true {Added};";
        foreach (var (name, when, does) in new[]
        {
            ("count_new", "INSERT", Add("NEW", 1)),
            ("count_change", "UPDATE OF state, segments, price_micros, currency", Add("OLD", -1) + Add("NEW", 1)),
            ("count_gone", "DELETE", Add("OLD", -1)),
        })
        {
            yield return $"DROP TRIGGER IF EXISTS {From}_{name}";
            yield return $"CREATE TRIGGER {From}_{name} AFTER {when} ON {From} BEGIN {does} END";
        }
    }

    private static IEnumerable<string> OnPostgres()
    {
        // Once for each command, not for each row; always in one order, so that two who count at once never wait for each other.
        static string Add(params (string Rows, int Sign)[] of) => $"INSERT INTO {To} ({Key}, {Sums}) {Counted(true, of)} HAVING sum(sign) <> 0 OR sum(sign * segments) <> 0 OR sum(sign * price_micros) <> 0 ORDER BY {Key} {Added};";
        yield return $"""
            CREATE OR REPLACE FUNCTION {From}_count() RETURNS trigger LANGUAGE plpgsql AS $count$
            BEGIN
              IF TG_OP = 'INSERT' THEN {Add(("is_now", 1))}
              ELSIF TG_OP = 'DELETE' THEN {Add(("was", -1))}
              ELSE {Add(("was", -1), ("is_now", 1))}
              END IF;
              RETURN NULL;
            END $count$
            """;
        foreach (var (name, when, rows) in new[] { ("count_new", "INSERT", "NEW TABLE AS is_now"), ("count_change", "UPDATE", "OLD TABLE AS was NEW TABLE AS is_now"), ("count_gone", "DELETE", "OLD TABLE AS was") })
        {
            yield return $"DROP TRIGGER IF EXISTS {name} ON {From}";
            yield return $"CREATE TRIGGER {name} AFTER {when} ON {From} REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {From}_count()";
        }
    }
}
