using Microsoft.Data.Sqlite;

namespace Amparo.Tests.Storage;

public sealed class SqliteSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-sqlite-").FullName;

    [Fact]
    public void Every_setting_that_protects_the_data_reads_back()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "a.db")}");
        connection.Open();
        Assert.Empty(SqliteSettings.Check(connection));
    }

    [Fact]
    public void A_database_that_cannot_keep_them_is_told_in_words()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        Assert.Contains("journal_mode is memory, not wal", SqliteSettings.Check(memory));
    }

    [Fact]
    public void Instants_keep_their_order_and_come_back_to_the_microsecond()
    {
        var early = new DateTimeOffset(2026, 11, 21, 23, 59, 59, TimeSpan.FromHours(-6)).AddTicks(10);
        var late = new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);
        Assert.True(Instants.ToStored(early) < Instants.ToStored(late));
        Assert.Equal(early, Instants.FromStored(Instants.ToStored(early)));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
