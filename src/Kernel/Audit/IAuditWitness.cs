namespace Amparo.Kernel;

/// <summary>Something outside the database that carries hashes of checkpoints: what was published cannot be taken back with it.</summary>
public interface IAuditWitness
{
    /// <summary>Hexadecimal, as <see cref="AuditCheckpoint.Hash"/>. What cannot be read is left out.</summary>
    IReadOnlyCollection<string> Hashes();
}
