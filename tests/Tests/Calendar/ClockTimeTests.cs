using System.Text.Json;

namespace Amparo.Tests.Calendar;

public sealed class ClockTimeTests
{
    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("08:30", 510)]
    [InlineData("08:30:59", 510)]
    [InlineData("24:00", 1440)]
    [InlineData("24:00:00", 1440)]
    public void A_time_of_a_file_is_read(string text, int minutes)
    {
        Assert.True(ClockTime.TryParse(text, out var time));
        Assert.Equal(minutes, time.Minutes);
    }

    [Theory]
    [InlineData("24:01")]
    [InlineData("24:00:01")]
    [InlineData("25:00")]
    [InlineData("08:60")]
    [InlineData("08:00:60")]
    [InlineData("8:00")]
    [InlineData("0a:00")]
    [InlineData("08:00Z")]
    [InlineData("-1:00")]
    [InlineData("٠٨:٠٠")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_time_of_24_hours_is_not_read(string? text) => Assert.False(ClockTime.TryParse(text, out _));

    [Fact]
    public void Json_keeps_it_and_refuses_others()
    {
        Assert.Equal("\"24:00\"", JsonSerializer.Serialize(ClockTime.EndOfDay));
        Assert.Equal(ClockTime.At(9, 5), JsonSerializer.Deserialize<ClockTime>("\"09:05\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ClockTime>("\"25:00\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ClockTime>("900"));
    }

    [Fact]
    public void A_time_that_does_not_exist_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClockTime.At(24, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClockTime.At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClockTime.At(8, 60));
    }

    [Fact]
    public void Times_are_in_the_order_of_the_day()
    {
        Assert.True(ClockTime.At(8) < ClockTime.At(8, 1) && ClockTime.EndOfDay > new TimeOnly(23, 59));
        Assert.Equal(ClockTime.At(7, 45), (ClockTime)new TimeOnly(7, 45, 30));
    }
}
