namespace Amparo.Kernel;

/// <summary>An aggregate that counts its own edits. The database calls it for every one that changed, children included, before it saves.</summary>
public interface IVersioned
{
    int Version { get; }

    void Saving(DateTimeOffset now);
}
