using System.Collections.Concurrent;
using Amparo.Tests.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Office;

[Trait("Needs", "Database")]
public sealed class QueryTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Heard _heard = new();

    [Fact]
    public async Task Who_somebody_is_and_what_they_may_do_is_one_query_and_a_reader_costs_none()
    {
        using var site = _platform.WithWebHostBuilder(b => b.ConfigureLogging(l => l.AddProvider(_heard).AddFilter<Heard>("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information)));
        var token = await Token();
        using var desk = new Desk(site, token);
        using (await desk.Get("/console/roles")) { }

        _heard.Lines.Clear();
        // Allowed, and answered 405: nothing but the recognition itself asks the database.
        Assert.Equal(System.Net.HttpStatusCode.MethodNotAllowed, (await desk.Get("/console/sign-out")).StatusCode);
        var asked = Assert.Single(_heard.Lines);
        foreach (var table in new[] { "kernel_session", "kernel_account", "kernel_assignment", "kernel_role_permission" }) Assert.Contains(table, asked, StringComparison.Ordinal);

        _heard.Lines.Clear();
        using (await desk.Get("/es/")) { }
        using (await desk.Get("/api/hsds/v3/services")) { }
        Assert.Empty(_heard.Lines);
    }

    private async Task<string> Token()
    {
        using var desk = await _platform.As("administrator", Scope.Region);
        return desk.Cookie!;
    }

    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => categoryName.EndsWith("Database.Command", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        // The publisher looks at its own tables every two seconds: only what asks for accounts is counted.
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var said = formatter(state, exception);
            if (eventId.Id == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted.Id && said.Contains("kernel_", StringComparison.Ordinal) && !said.Contains("kernel_inbox", StringComparison.Ordinal)) Lines.Enqueue(said);
        }

        public void Dispose() { }
    }

    public void Dispose() => _platform.Dispose();
}
