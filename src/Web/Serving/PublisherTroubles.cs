using System.Data.Common;
using Amparo.Publication;

namespace Amparo.Web.Serving;

/// <summary>Says a trouble once, with what to do, and says when it is over. A message of the database may quote a row, so only its kind is said.</summary>
internal sealed class PublisherTroubles(ILogger<Publisher> log)
{
    private string? _said;
    private DateTimeOffset? _keyEnds;

    public void Say(Exception trouble)
    {
        var what = trouble switch
        {
            MixedEdition or KeyRefused => trouble.Message,
            EditionDamaged => $"{trouble.Message} Run ./amparo verify, and ./amparo publish --full to write it anew.",
            PartBroken => $"{trouble.Message} This is a mistake of the program: please report it.",
            DbException => $"The database could not be read ({trouble.GetType().Name}). Run ./amparo db migrate, and check that the database runs.",
            IOException or UnauthorizedAccessException => $"The data folder could not be written ({trouble.GetType().Name}). Check its space and its owner.",
            _ => $"Something went wrong that this program does not know ({trouble.GetType().Name}). To see it whole run ./amparo publish, and please report it.",
        };
        if (what == _said) return;
        _said = what;
        log.LogError("Nothing new is published; readers keep the last good edition. {Trouble}", what);
    }

    public void Over()
    {
        if (_said is not null) log.LogInformation("Publishing works again.");
        _said = null;
    }

    public void KeyEnds(DateTimeOffset at)
    {
        if (at == _keyEnds) return;
        _keyEnds = at;
        log.LogWarning("The publishing key ends on {Day}. Bring the root key and run: ./amparo keys rotate", at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}

internal static class PublisherSetup
{
    public static IServiceCollection AddPublisher(this IServiceCollection services) => services
        .AddSingleton<PublisherTroubles>()
        .AddSingleton<Publisher>()
        .AddHostedService(p => p.GetRequiredService<Publisher>());
}
