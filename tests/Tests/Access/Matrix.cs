using System.Net;

namespace Amparo.Tests.Access;

/// <summary>A door × a role × a scope × a record, asked and judged against the oracle. Both ways of being wrong are counted.</summary>
public abstract class Matrix : IDisposable
{
    private static readonly Guid OwnOrganisation = Guid.CreateVersion7(), OtherOrganisation = Guid.CreateVersion7(), OwnHub = Guid.CreateVersion7(), OtherHub = Guid.CreateVersion7();

    internal static readonly Scope[] Scopes =
        [Scope.Region, Scope.Country("GT"), Scope.Country("HN"), Scope.Organisation(OwnOrganisation), Scope.Organisation(OtherOrganisation), Scope.Hub(OwnHub)];

    private static readonly Lies[] Records =
        [new("GT", OwnOrganisation, OwnHub), new("GT", OtherOrganisation, OtherHub), new("HN", OwnOrganisation, OtherHub), new("HN", OtherOrganisation, OwnHub), new(null, null, null)];

    private readonly Dictionary<(string, Lies), string> _kept = [];

    protected Platform Platform { get; } = new();
    protected List<string> OverGrants { get; } = [];
    protected List<string> OverDenials { get; } = [];
    protected int Asked { get; private set; }

    internal async Task Try(ConsoleDoor door, string role, Scope scope, Desk desk)
    {
        var holds = WhoMay.Holds(role, door.Act);
        foreach (var lies in door.Parameters.Count == 0 ? [Records[0]] : Records)
        {
            var (values, record) = await RecordsFor(door, lies, isFresh: holds && door.IsUnsafe);
            var expected = !holds ? HttpStatusCode.Forbidden : door.Parameters.Count == 0 || WhoMay.Reaches(scope, record) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Judge(door, role, scope, expected, await Send(desk, door, values), record);
        }
    }

    private async Task<(List<string> Values, Lies Record)> RecordsFor(ConsoleDoor door, Lies lies, bool isFresh)
    {
        var (values, record) = (new List<string>(), lies);
        foreach (var parameter in door.Parameters)
        {
            if (!RecordMakers.All.TryGetValue(parameter, out var maker)) throw new InvalidOperationException($"{door} has the parameter '{parameter}', for which RecordMakers has no maker: add one.");
            if (!maker.HasHub) record = record with { Hub = null };
            if (maker.IsOfRegion) record = new(null, null, null);
            if (!maker.HasOrganisation) record = record with { Organisation = null };
            var key = (string.Join('/', values) + parameter, lies);
            if (isFresh || maker.IsForEach || !_kept.TryGetValue(key, out var value)) value = await maker.Make(Platform, lies, values);
            if (!isFresh) _kept[key] = value;
            values.Add(value);
        }
        return (values, record);
    }

    internal static Func<Platform, Guid, Task<string>> MakerOfOneself(ConsoleDoor door, string parameter) =>
        RecordMakers.OfOneself.GetValueOrDefault(parameter) ?? throw new InvalidOperationException($"{door} has the parameter '{parameter}', for which RecordMakers.OfOneself has no maker: add one.");

    internal static async Task<HttpStatusCode> Send(Desk desk, ConsoleDoor door, IReadOnlyList<string> values)
    {
        using var answer = door.IsUnsafe ? await desk.Post(Fill(door, values)) : await desk.Get(Fill(door, values));
        var status = answer.StatusCode;
        // Led to the sign-in or asked to confirm is kept out; any other redirect, a form that is shown again, or a broken rule is let in.
        if (answer.Headers.Location?.ToString() is { } to && (to.StartsWith(ConsolePaths.SignIn + "?to", StringComparison.Ordinal) || to.StartsWith(ConsolePaths.Confirm, StringComparison.Ordinal))) return HttpStatusCode.Unauthorized;
        if (status is HttpStatusCode.BadRequest && (await answer.Content.ReadAsStringAsync()).Length == 0) return HttpStatusCode.OK;
        return status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError or HttpStatusCode.MethodNotAllowed ? status : HttpStatusCode.OK;
    }

    internal static string Fill(ConsoleDoor door, IReadOnlyList<string> values)
    {
        var path = door.Route;
        foreach (var (parameter, value) in door.Parameters.Zip(values)) path = System.Text.RegularExpressions.Regex.Replace(path, $@"\{{{parameter}(:[^}}]*)?\}}", value, System.Text.RegularExpressions.RegexOptions.IgnoreCase);
        return path;
    }

    internal void Judge(ConsoleDoor door, string role, Scope scope, HttpStatusCode expected, HttpStatusCode found, Lies? record = null)
    {
        Asked++;
        if (expected == found) return;
        var said = $"{door} by {role} in {scope.Kind} {scope.Value} of {record}: {found} instead of {expected}";
        (found == HttpStatusCode.OK ? OverGrants : OverDenials).Add(said);
    }

    public void Dispose()
    {
        Platform.Dispose();
        GC.SuppressFinalize(this);
    }
}
