using System.Collections.Concurrent;
using Amparo.Publication;
using Amparo.Tests.Public;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Amparo.Tests.Serving;

/// <summary>A search is personal: what somebody looks for, and where, must not stand in a file that a server keeps.</summary>
public sealed class LogTests : IDisposable
{
    private readonly Platform _platform = new();
    private readonly Kept _kept = new();
    private readonly WebApplicationFactory<Program> _site;

    public LogTests() => _site = _platform.WithWebHostBuilder(b => b.ConfigureLogging(l => l.AddProvider(_kept).SetMinimumLevel(LogLevel.Debug)));

    [Fact]
    public async Task No_log_holds_what_was_searched_where_or_from_which_address()
    {
        var edition = ReaderPlaces.Edition();
        edition.With(_site.Services.GetRequiredService<SearcherFactory>()(edition, null, null));
        _site.Services.GetRequiredService<CurrentEdition>().Replace(edition);
        using var client = _site.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        foreach (var path in new[] { "/es/centres?q=NombreCanario", "/es/centres?near=14.901234,-92.263456", "/es/centres?q=%ff", "/es/nada-canario", "/es/report?code=CANARIO9", "/api/hsds/v3/services?search=NombreCanario&page=x" })
            using (await client.GetAsync(path)) { }
        using (await client.PostAsync("/es/complaint", new FormUrlEncodedContent(new Dictionary<string, string> { ["words"] = "ClavelCanario" }))) { }

        _site.Services.GetRequiredService<ILogger<LogTests>>().LogInformation("The ear works");
        Assert.Contains(_kept.Lines, l => l.Contains("The ear works", StringComparison.Ordinal));
        Assert.DoesNotContain(_kept.Lines, l => l.Contains("canario", StringComparison.OrdinalIgnoreCase) || l.Contains("14.9012", StringComparison.Ordinal) || l.Contains("203.0.113.77", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _site.Dispose();
        _platform.Dispose();
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + " " + exception);
        public void Dispose() { }
    }
}
