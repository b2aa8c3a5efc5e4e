namespace Amparo.Kernel;

/// <summary>A public holiday as readers call it.</summary>
/// <param name="Es">Its name in Spanish.</param>
/// <param name="En">Its name in English.</param>
/// <param name="Everywhere">
/// False where it holds in part of the country, for part of the day, for public offices only, or by custom: a place that closes on
/// holidays is then unknown on that day, not closed.
/// </param>
public sealed record Holiday(string Es, string En, bool Everywhere = true);
