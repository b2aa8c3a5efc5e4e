namespace Amparo.Publication;

/// <summary>What the ranking needs of each entry, column by column: what stands together is alike, and packs well.</summary>
internal static class PocketRows
{
    public static void Write(PocketBytes into, Row[] rows, int[] hours)
    {
        into.Number(rows.Length);
        WriteRanks(into, rows);
        Indexed(into, rows, r => r.Country);
        Indexed(into, rows, r => r.Kind);
        Indexed(into, rows, r => r.Kinds & ~Codes.Bit(r.Kind));
        Indexed(into, rows, r => r.Traits);
        foreach (var number in hours) into.Number(number);
        WritePoints(into, rows);
        PocketInstants.Write(into, rows);
        var consular = rows.Select((row, number) => (row.Nationals, Number: number)).Where(r => r.Nationals.Length > 0).ToList();
        into.Number(consular.Count);
        foreach (var (nationals, number) in consular)
        {
            into.Number(number);
            into.Numbers([.. nationals.Select(n => (int)n)]);
        }
    }

    // Identifiers decide between equals: their order is enough, and packs better than they do.
    private static void WriteRanks(PocketBytes into, Row[] rows)
    {
        var rank = new int[rows.Length];
        foreach (var (number, i) in Enumerable.Range(0, rows.Length).OrderBy(n => rows[n].Id).Select((number, i) => (number, i))) rank[number] = i;
        foreach (var number in rank) into.Number(number);
    }

    // The different values, the commonest first, then the number of each entry's.
    private static void Indexed(PocketBytes into, Row[] rows, Func<Row, long> of)
    {
        var values = rows.Select(of).GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).ToList();
        var numbers = values.Select((value, i) => (value, i)).ToDictionary(v => v.value, v => v.i);
        into.Number(values.Count);
        foreach (var value in values) into.Number(value);
        foreach (var row in rows) into.Number(numbers[of(row)]);
    }

    private static void WritePoints(PocketBytes into, Row[] rows)
    {
        foreach (var row in rows) into.Number(row.Latitude == Plane.NoPoint ? 0 : 1);
        Column(r => r.Latitude);
        Column(r => r.Longitude);

        void Column(Func<Row, int> of)
        {
            var last = 0;
            foreach (var row in rows)
            {
                if (row.Latitude == Plane.NoPoint) continue;
                into.Difference(of(row) - last);
                last = of(row);
            }
        }
    }
}
