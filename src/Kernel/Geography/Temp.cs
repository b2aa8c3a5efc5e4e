namespace Amparo.Kernel;
public readonly record struct GeoPoint(double Latitude, double Longitude);
public sealed record GazetteerPlace(int Number, string Name);
