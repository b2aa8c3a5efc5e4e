using System.Data.Common;
using Amparo.Contracts.Places;
using Amparo.Tests.Places;

namespace Amparo.Tests.Publication;

[Trait("Needs", "Database")]
public sealed class ReadingTests : IDisposable
{
    private readonly House _house = new();

    [Theory]
    [InlineData("SELECT staff_contact FROM places_whereabouts")]
    [InlineData("SELECT address FROM places_whereabouts")]
    [InlineData("SELECT name FROM places_place")]
    [InlineData("SELECT COUNT(*) FROM places_place")]
    [InlineData("SELECT proposed_disclosure FROM places_place")]
    [InlineData("SELECT words FROM places_problem_report")]
    [InlineData("SELECT body FROM kernel_inbox")]
    [InlineData("SELECT act FROM kernel_audit")]
    [InlineData("SELECT v.name FROM places_public_place v JOIN places_whereabouts w ON w.place_id = v.id")]
    [InlineData("SELECT v.name FROM places_public_place v WHERE EXISTS (SELECT 1 FROM places_whereabouts w WHERE w.notes <> '')")]
    [InlineData("UPDATE places_place SET name = 'x'")]
    [InlineData("DELETE FROM places_whereabouts")]
    [InlineData("CREATE TABLE stolen (a int)")]
    public async Task The_publishers_connection_refuses(string sql)
    {
        await _house.Given(Some.Place());
        await using var connection = await Readers();
        await Assert.ThrowsAnyAsync<DbException>(() => Ask(connection, sql));
    }

    [Fact]
    public async Task The_publishers_connection_reads_the_public_views()
    {
        await _house.Given(Some.Place(), Some.Place("Casa Escondida", disclosure: Disclosures.Officers));
        await using var connection = await Readers();
        Assert.Equal("Albergue Puente Seguro", await Ask(connection, "SELECT name FROM places_public_place"));
        Assert.Equal(2L, Convert.ToInt64(await Ask(connection, "SELECT COUNT(*) FROM places_public_touched")));
    }

    public void Dispose() => _house.Dispose();

    private Task<DbConnection> Readers() => _house.Services.GetRequiredService<PublisherConnection>().Open(default);

    private static async Task<object?> Ask(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
