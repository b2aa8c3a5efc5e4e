using Amparo.Contracts.Places;
using Amparo.Public.Centres.Find;

namespace Amparo.Public.Centres.Print;

/// <summary>Which town, and which kind of paper.</summary>
[Public("public.print")]
internal sealed class ChooseModel(Towns towns) : TownPage(towns)
{
    private const int Most = 40;

    public IReadOnlyList<PublicPlace> Places { get; private set; } = [];
    protected override string Address => "print";

    public void OnGet()
    {
        ReadTown();
        Facts.HasForm = true;
        if (Town is not null) Places = [.. Paper.Near(this, Town, [], Most).DistinctBy(p => p.Id)];
    }
}
