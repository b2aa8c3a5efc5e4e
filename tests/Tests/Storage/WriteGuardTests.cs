using Amparo.Places.Entries;
using Amparo.Tests.Places;

namespace Amparo.Tests.Storage;

[Trait("Needs", "Database")]
public sealed class WriteGuardTests : IDisposable
{
    private readonly Platform _platform = new();

    [Fact]
    public async Task A_save_without_an_act_is_refused()
    {
        await using var scope = _platform.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Database>();
        db.Add(Some.Place());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
        Assert.Equal(0, await _platform.Read(d => d.Set<Place>().CountAsync()));
    }

    [Fact]
    public async Task A_bulk_command_past_the_change_tracker_is_refused_outside_of_its_audit()
    {
        await _platform.Given(Some.Place());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _platform.In(async (db, _) => await db.Set<Place>().ExecuteDeleteAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _platform.In(async (db, _) => await db.Set<Place>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, "x"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _platform.In(async (db, _) => await db.Database.ExecuteSqlAsync($"UPDATE places_place SET name = 'x'")));
        Assert.Equal("Albergue Puente Seguro", await _platform.Read(d => d.Set<Place>().Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_bulk_command_inside_Acting_leaves_its_audit_record_in_the_same_transaction()
    {
        await _platform.Given(Some.Place());
        await _platform.In((db, _) => db.Acting("places_place", () => db.Set<Place>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Locality, "Suchiate")), default), "test.bulk");
        var audit = await _platform.Read(d => d.Set<AuditEntry>().SingleAsync(a => a.Act == "test.bulk"));
        Assert.Equal(("places_place", 1), (audit.Table, audit.Records));
    }

    [Fact]
    public async Task A_save_writes_who_did_what_to_which_table_and_no_value()
    {
        var place = Some.Place("Casa Secreta");
        await _platform.Given(place);
        var audit = await _platform.Read(d => d.Set<AuditEntry>().SingleAsync(a => a.Table == "places_place"));
        Assert.Equal(("test.given", (Guid?)place.Id), (audit.Act, audit.Record));
        Assert.DoesNotContain("Secreta", System.Text.Json.JsonSerializer.Serialize(audit));
    }

    public void Dispose() => _platform.Dispose();
}
