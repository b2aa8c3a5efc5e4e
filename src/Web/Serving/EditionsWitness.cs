using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>The hashes of checkpoints that the kept editions carry.</summary>
internal sealed class EditionsWitness(EditionStore store) : IAuditWitness
{
    public IReadOnlyCollection<string> Hashes() => [.. store.Versions().Select(HashOf).OfType<string>().Distinct()];

    private string? HashOf(long version)
    {
        try
        {
            return store.CheckpointOf(version);
        }
        catch (EditionDamaged)
        {
            return null; // said by ./amparo verify
        }
    }
}
