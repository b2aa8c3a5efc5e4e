using System.Text;
using Amparo.Public.Conversation;

namespace Amparo.Tests.Conversation;

/// <summary>Machines that answer each other, floods, long stories in pieces, and what is remembered.</summary>
public sealed class PatienceTests : IDisposable
{
    private readonly Telephone _telephone = Telephone.OfReaders();

    [Fact]
    public void A_machine_that_answers_itself_is_not_answered()
    {
        foreach (var text in new[] { "Respuesta automática: estoy ocupado", "This is an automated message, do not reply", "Réponse automatique", "Saldo insuficiente para esta operación" })
            Assert.Null(_telephone.Write(text));
    }

    [Fact]
    public void What_we_said_ourselves_is_not_answered_when_it_comes_back()
    {
        var said = _telephone.Write("ALBERGUE TAPACHULA")!;
        Assert.Null(_telephone.Write(said));
        Assert.NotNull(_telephone.Write("DOCTOR TAPACHULA"));
    }

    [Fact]
    public void The_same_words_again_and_again_are_answered_twice()
    {
        Assert.NotNull(_telephone.Write("hola que tal"));
        Assert.NotNull(_telephone.Write("hola que tal"));
        Assert.Null(_telephone.Write("Hola, ¿qué tal?"));
        Assert.NotNull(_telephone.Write("ALBERGUE TAPACHULA"));
    }

    [Fact]
    public void Two_machines_that_echo_with_a_counter_fall_silent_within_ten_minutes()
    {
        var answered = Enumerable.Range(0, 500).Count(i =>
        {
            _telephone.Clock.Now += TimeSpan.FromSeconds(1);
            return _telephone.Sms.Answer("machine", "MX", $"albergue tapachula {i}") is not null;
        });
        Assert.InRange(answered, 5, Amparo.Public.Conversation.Sms.Patience.Most + 1);
    }

    [Fact]
    public void Who_is_over_the_limit_is_told_once_with_a_number_to_call_and_danger_is_answered_still()
    {
        for (var i = 0; i < Amparo.Public.Conversation.Sms.Patience.Most; i++)
        {
            _telephone.Clock.Now += TimeSpan.FromSeconds(1);
            Assert.NotNull(_telephone.Sms.Answer("x", null, $"albergue tapachula {i}"));
        }
        var wait = _telephone.Sms.Answer("x", null, "comida tapachula")!;
        Assert.Contains(Telephone.Text("es", "public.sms.wait"), wait, StringComparison.Ordinal);
        Assert.Contains("911", wait, StringComparison.Ordinal);
        Assert.InRange(SmsLength.Of(wait).Segments, 1, 2);
        Assert.Null(_telephone.Sms.Answer("x", null, "agua tapachula"));
        Assert.Contains("911", _telephone.Sms.Answer("x", null, "me quieren matar")!, StringComparison.Ordinal);
        Assert.NotNull(_telephone.Sms.Answer("another", null, "agua tapachula"));
        _telephone.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.NotNull(_telephone.Sms.Answer("x", null, "agua tapachula"));
    }

    [Fact]
    public void A_long_story_that_comes_in_ten_pieces_is_answered_where_it_says_something()
    {
        string[] pieces = ["buenas mire le cuento", "salimos hace tres semanas", "con mi hermano y su", "y pues caminando mucho", "ya no aguantamos mas", "nos quitaron todo en", "entonces le preguntaba si", "usted me podria decir", "algo de lo que", "bueno eso era"];
        var answers = pieces.Select(p =>
        {
            _telephone.Clock.Now += TimeSpan.FromSeconds(1);
            return _telephone.Sms.Answer("x", null, p);
        }).Count(a => a is not null);
        Assert.InRange(answers, 1, 4);
        _telephone.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.NotNull(_telephone.Sms.Answer("x", null, "albergue tapachula"));
    }

    [Fact]
    public void A_conversation_is_forgotten_ten_minutes_after_its_last_message()
    {
        Assert.NotNull(_telephone.Write("ALBERGUE TAPACHULA"));
        _telephone.Clock.Now += TimeSpan.FromMinutes(9);
        Assert.Contains("Albergue", _telephone.Write("MAS")!, StringComparison.Ordinal);
        _telephone.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Contains(Telephone.Text("es", "public.sms.no_more"), _telephone.Write("MAS")!, StringComparison.Ordinal);
        Assert.Equal(1, _telephone.Sms.Count);
        _telephone.Sms.Forget("somebody");
        Assert.Equal(0, _telephone.Sms.Count);
    }

    [Fact]
    public void Memory_is_bounded_and_swept_whether_or_not_anybody_writes()
    {
        var clock = new FixedClock(DateTimeOffset.UnixEpoch);
        using var visits = new Visits<StringBuilder>(clock, most: 100);
        for (var i = 0; i < 1000; i++) visits.Of($"v{i}", () => new());
        Assert.Equal(100, visits.Count);
        clock.Now += Visits<StringBuilder>.Kept;
        visits.Sweep();
        Assert.Equal(0, visits.Count);
    }

    [Fact]
    public void A_number_is_called_by_a_name_that_only_this_process_can_make()
    {
        var (one, other) = (new SmsVisitors(), new SmsVisitors());
        Assert.Equal(one.Of("+520005550101"), one.Of("+520005550101"));
        Assert.NotEqual(one.Of("+520005550101"), other.Of("+520005550101"));
        Assert.Equal(["GT", "MX", null, null], new[] { "+50200000000", "+520005550101", "+13050000000", "+5093000000" }.Select(SmsVisitors.CountryOf));
    }

    public void Dispose() => _telephone.Dispose();
}
