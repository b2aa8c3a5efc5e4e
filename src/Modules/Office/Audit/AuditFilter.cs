using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Amparo.Office.Audit;

/// <summary>What an auditor asks for, as it stands in the address: a page, its export and a link sent to a colleague mean the same.</summary>
internal sealed record AuditFilter
{
    /// <summary>Instead of an account: what a command, a job or a reader did.</summary>
    public const string Nobody = "none";

    public static IReadOnlyList<string> Outcomes { get; } = [AuditOutcomes.Done, AuditOutcomes.Seen, AuditOutcomes.Refused, AuditOutcomes.Failed];

    public Guid? By { get; init; }
    public bool ByNobody { get; init; }
    public string? Act { get; init; }
    public string? Table { get; init; }
    public Guid? Record { get; init; }
    public string? Outcome { get; init; }

    /// <summary>Days in UTC, as the page says its times; both are in.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Reads the address. What cannot be read is said by field and never left out in silence: a wider answer than the question looks like a true one.</summary>
    public static AuditFilter Read(IQueryCollection query, Dictionary<string, string> wrong)
    {
        string? Text(string name) => query[name].ToString().Trim() is { Length: > 0 and <= 80 } text ? text : null;
        Guid? Id(string name) => Text(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : Wrong<Guid?>(name);
        DateOnly? Day(string name) => Text(name) is not { } text ? null : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong<DateOnly?>(name);
        T? Wrong<T>(string name)
        {
            wrong[name] = "office.audit.wrong." + name;
            return default;
        }

        var nobody = Text("by") == Nobody;
        var outcome = Text("outcome");
        if (outcome is not null && !Outcomes.Contains(outcome)) outcome = Wrong<string>("outcome");
        var filter = new AuditFilter
        {
            By = nobody ? null : Id("by"), ByNobody = nobody, Act = Text("act"), Table = Text("table"), Record = Id("record"), Outcome = outcome, From = Day("from"), To = Day("to"),
        };
        if (filter.From > filter.To) wrong["to"] = "office.audit.wrong.order";
        return filter;
    }

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> records)
    {
        if (ByNobody) records = records.Where(a => a.By == null);
        if (By is { } by) records = records.Where(a => a.By == by);
        if (Act is { } act) records = records.Where(a => a.Act == act);
        if (Table is { } table) records = records.Where(a => a.Table == table);
        if (Record is { } record) records = records.Where(a => a.Record == record);
        if (Outcome is { } outcome) records = records.Where(a => a.Outcome == outcome);
        if (From is { } from) { var begins = Midnight(from); records = records.Where(a => a.At >= begins); }
        if (To is { } to && to < DateOnly.MaxValue) { var ends = Midnight(to.AddDays(1)); records = records.Where(a => a.At < ends); }
        return records;
    }

    /// <summary>The same question as the end of an address, with <paramref name="more"/> behind it.</summary>
    public string Query(params IEnumerable<(string Name, string Value)> more)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("by", ByNobody ? Nobody : By?.ToString()), ("act", Act), ("table", Table), ("record", Record?.ToString()), ("outcome", Outcome), ("from", Written(From)), ("to", Written(To)),
        };
        var written = parts.Where(p => p.Value is not null).Concat(more.Select(m => (m.Name, Value: (string?)m.Value))).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return string.Join('&', written) is { Length: > 0 } query ? "?" + query : "";
    }

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
