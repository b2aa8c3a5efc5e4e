using Amparo.Places.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Desk.Imports;

/// <summary>A page about one import: what this very act of the person does not reach is not there.</summary>
internal abstract class ImportPage(Database db, string act) : ConsolePage
{
    [FromRoute] public Guid ImportId { get; set; }

    public ImportJob Job { get; private set; } = null!;
    public string Path => $"{ListModel.Path}/{ImportId}";

    protected Database Db => db;

    protected async Task<bool> LoadJob(CancellationToken stop)
    {
        if (await db.ImportsFor(Who, act).SingleOrDefaultAsync(j => j.Id == ImportId, stop) is not { } job) return false;
        Job = job;
        return true;
    }
}
