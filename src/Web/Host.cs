using Amparo.Public;
using Amparo.Publication;
using Amparo.Web.Serving;

namespace Amparo.Web;

/// <summary>Everything that runs, said once for the server and for the command line.</summary>
internal static class Host
{
    public static IServiceCollection AddAmparo(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Amparo");
        var data = new DataFolder(settings["Data"] is { Length: > 0 } folder ? folder : "data");
        var engine = Engine.From(settings["Database"], data.Path);
        OwnEyes.Only(data, engine);
        return services
            .AddKernel(engine, data)
            .AddModules()
            .AddPublication()
            .AddConversation()
            .AddSingleton<IAuditWitness, EditionsWitness>()
            .AddSingleton(p => Texts.From([.. p.GetServices<Module>().Select(m => m.Assembly), typeof(Engine).Assembly, typeof(PublicSite).Assembly, typeof(Host).Assembly]));
    }
}
