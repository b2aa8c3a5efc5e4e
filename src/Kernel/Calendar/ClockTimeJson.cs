using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Kernel;

internal sealed class ClockTimeJson : JsonConverter<ClockTime>
{
    public override ClockTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ClockTime.TryParse(reader.GetString(), out var time)
            ? time
            : throw new JsonException("A time is written HH:MM, from 00:00 to 24:00.");

    public override void Write(Utf8JsonWriter writer, ClockTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
