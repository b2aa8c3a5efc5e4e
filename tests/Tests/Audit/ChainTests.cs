namespace Amparo.Tests.Audit;

[Trait("Needs", "Database")]
public sealed class ChainTests : IDisposable
{
    private readonly AuditHouse _house = new();

    [Fact]
    public async Task An_audit_that_nobody_touched_is_found_whole()
    {
        await _house.Signed(7);
        await _house.Signed(5);
        await _house.Acts(2);
        Assert.Equal(new AuditFinding(12, 2, 2), await _house.Verify());
    }

    [Fact]
    public async Task Rows_get_their_places_once_and_without_a_gap()
    {
        await _house.Acts(3);
        Assert.Equal(3, await _house.Seal());
        Assert.Equal(0, await _house.Seal());
        await _house.Acts(2);
        Assert.Equal(2, await _house.Seal());
        Assert.Equal([1, 2, 3, 4, 5], await _house.In(s => s.GetRequiredService<Database>().Set<AuditEntry>().OrderBy(a => a.At).Select(a => (int)a.Sequence!).ToListAsync()));
    }

    [Theory]
    [InlineData("act = 'places.view'")]
    [InlineData("records = 99")]
    [InlineData("\"by\" = NULL, outcome = 'refused'")]
    [InlineData("at = at - 1")]
    [InlineData("purpose = 'because'")]
    [InlineData("table_name = 'other'")]
    [InlineData("mac = chain")]
    public async Task A_changed_row_is_named(string change)
    {
        await _house.Signed(9);
        await _house.TakeRailsOff();
        Assert.Equal(1, await _house.Sql($"UPDATE kernel_audit SET {change} WHERE sequence = 4"));
        Assert.Equal(4, (await _house.Verify()).At);
    }

    [Fact]
    public async Task A_row_that_was_taken_away_is_named()
    {
        await _house.Signed(9);
        await _house.TakeRailsOff();
        await _house.Sql("DELETE FROM kernel_audit WHERE sequence = 6");
        var found = await _house.Verify();
        Assert.Equal((6L, "Row 6 is missing."), (found.At, found.Wrong));
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_found_at_the_first()
    {
        await _house.Signed(9);
        await _house.TakeRailsOff();
        foreach (var (from, to) in new[] { (3, 1000), (5, 3), (1000, 5) }) await _house.Sql($"UPDATE kernel_audit SET sequence = {to} WHERE sequence = {from}");
        Assert.Equal(3, (await _house.Verify()).At);
    }

    [Fact]
    public async Task A_row_that_was_put_in_is_found_sealed_or_not()
    {
        await _house.Signed(3);
        await _house.TakeRailsOff();
        var id = Guid.CreateVersion7();
        await _house.Sql("INSERT INTO kernel_audit (id, at, act, table_name, records, outcome, node, node_sequence, mac) SELECT @id, at, 'places.approve', table_name, records, outcome, node, 77, mac FROM kernel_audit WHERE sequence = 2", ("id", id));
        Assert.Equal(4, (await _house.Verify()).At);
        await _house.Seal();
        var found = await _house.Verify();
        Assert.Equal((4L, "Row 4 was not written by Amparo: its mac is wrong."), (found.At, found.Wrong));
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_is_found_at_the_row_where_the_key_was_missing()
    {
        await _house.Signed(9);
        await _house.TakeRailsOff();
        await _house.Sql("UPDATE kernel_audit SET records = 50 WHERE sequence = 5");
        await _house.ChainAnewFrom(5, withMac: false);
        Assert.Equal(5, (await _house.Verify()).At);
    }

    [Fact]
    public async Task A_chain_that_was_made_anew_by_somebody_with_the_key_of_rows_does_not_fit_what_was_signed()
    {
        await _house.Signed(4);
        await _house.Signed(5);
        await _house.TakeRailsOff();
        await _house.Sql("UPDATE kernel_audit SET records = 50 WHERE sequence = 6");
        await _house.ChainAnewFrom(6, withMac: true);
        var found = await _house.Verify();
        Assert.Equal(5, found.At);
        Assert.Contains("between 5 and 9", found.Wrong);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_found_also_before_it_was_signed()
    {
        await _house.Signed(5);
        await _house.Acts(4);
        await _house.Seal();
        await _house.TakeRailsOff();
        await _house.Sql("DELETE FROM kernel_audit WHERE sequence > 7");
        var found = await _house.Verify();
        Assert.Equal(8, found.At);
        Assert.Contains("9 rows were there", found.Wrong);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_its_notes_does_not_fit_a_note_that_was_kept_elsewhere()
    {
        await _house.Signed(5);
        var kept = await _house.Signed(4);
        await _house.TakeRailsOff();
        await _house.Sql("DELETE FROM kernel_audit WHERE sequence > 5");
        await _house.Sql("DELETE FROM kernel_audit_checkpoint WHERE size > 5");
        System.IO.File.Delete(_house.Keys.HeadFile);
        Assert.Null((await _house.Verify()).Wrong);
        Assert.Equal(6, (await _house.Verify(notes: [kept.Note])).At);
        Assert.Contains("put back to an earlier state", (await _house.Verify(hashes: [kept.Hash])).Wrong);
    }

    [Fact]
    public async Task A_note_that_somebody_else_signed_proves_nothing()
    {
        var note = (await _house.Signed(3)).Note;
        Assert.Contains("not signed", (await _house.Verify(notes: [note.Replace("\n3\n", "\n2\n")])).Wrong);
        using var other = new AuditHouse();
        Assert.Contains("not signed", (await _house.Verify(notes: [(await other.Signed(3)).Note])).Wrong);
        await _house.TakeRailsOff();
        await _house.Sql("UPDATE kernel_audit_checkpoint SET hash = 'f'");
        Assert.Contains("was changed after it was signed", (await _house.Verify()).Wrong);
    }

    [Fact]
    public async Task A_copy_without_the_key_of_rows_is_still_proved_by_what_was_signed()
    {
        await _house.Signed(6);
        System.IO.File.Delete(Path.Combine(_house.Data.Keys, "audit.mac"));
        using var restored = new ServiceCollection().AddLogging().AddKernel(_house.Services.GetRequiredService<Engine>(), _house.Data).BuildServiceProvider();
        await using var scope = restored.CreateAsyncScope();
        Assert.Equal(new AuditFinding(6, 0, 1), await scope.ServiceProvider.GetRequiredService<AuditVerifier>().Verify([], [], default));
    }

    [Fact]
    public async Task Whatever_byte_is_changed_it_is_found_at_its_row()
    {
        await _house.Signed(30);
        await _house.TakeRailsOff();
        var random = new Random(20261121);
        var seeds = Environment.GetEnvironmentVariable("AMPARO_LONG") == "1" ? 300 : 25;
        string[] texts = ["act", "table_name", "outcome", "node"];
        string[] numbers = ["at", "records", "node_sequence"];
        for (var i = 0; i < seeds; i++)
        {
            var place = random.Next(1, 31);
            var text = random.Next(2) == 0;
            var column = text ? texts[random.Next(texts.Length)] : numbers[random.Next(numbers.Length)];
            var (there, back) = text ? ($"{column} || 'x'", $"substr({column}, 1, length({column}) - 1)") : ($"{column} + 1000", $"{column} - 1000");
            await _house.Sql($"UPDATE kernel_audit SET {column} = {there} WHERE sequence = {place}");
            Assert.Equal(place, (await _house.Verify()).At);
            await _house.Sql($"UPDATE kernel_audit SET {column} = {back} WHERE sequence = {place}");
            Assert.Null((await _house.Verify()).Wrong);
        }
    }

    public void Dispose() => _house.Dispose();
}
