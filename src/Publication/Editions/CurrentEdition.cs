namespace Amparo.Publication;

/// <summary>
/// The edition that readers see now. A new one is put in its place whole, between two requests; who holds the old one
/// reads it to the end.
/// </summary>
public sealed class CurrentEdition
{
    private volatile Edition? _now;

    /// <summary>Null until the first edition was loaded: readiness is then refused.</summary>
    public Edition? Now => _now;

    public void Replace(Edition edition) => _now = edition;
}
