using Amparo.Contracts.Recordings;
using Amparo.Places.Publishing;

namespace Amparo.Places.Recordings;

/// <summary>Gives sounds out as the publisher reads: of what is not published no query can be compiled.</summary>
internal sealed class SoundsForReaders(PublisherConnection readers) : IRecordedSounds
{
    public async Task<byte[]?> Sound(string sha256, CancellationToken stop)
    {
        await using var connection = await readers.Open(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT bytes FROM {PublicViews.Sound} WHERE sha256 = @sha256";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@sha256", sha256);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(stop) as byte[];
    }
}
