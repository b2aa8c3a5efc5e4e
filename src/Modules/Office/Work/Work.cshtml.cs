namespace Amparo.Office.Work;

[Requires(OfficePermissions.Work)]
internal sealed class WorkModel(IEnumerable<IWork> contributions) : ConsolePage
{
    public override string TitleKey => "office.work.title";

    public IReadOnlyList<WorkQueue> Queues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var queues = new List<WorkQueue>();
        foreach (var contribution in contributions) queues.AddRange(await contribution.For(Who, stop));
        // What has waited longest stands first; what is done stands last.
        Queues = [.. queues.OrderBy(q => q.Oldest ?? DateTimeOffset.MaxValue)];
    }
}
