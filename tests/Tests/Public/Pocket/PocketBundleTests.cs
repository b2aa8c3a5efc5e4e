using Amparo.Tests.Search.Pocket;
using Xunit.Abstractions;

namespace Amparo.Tests.Public.Pocket;

/// <summary>What the pages in the pocket cost on a line.</summary>
public sealed class PocketBundleTests(ITestOutputHelper output)
{
    private const int Most = 45 * 1024;

    [Fact]
    public void Search_check_and_pages_together_are_a_small_file()
    {
        var size = Packed.Size(File.ReadAllBytes(Path.Combine(SharedData.Repository, "web/dist/pocket.js")));
        output.WriteLine($"search, check of packs and pages: {size:N0} bytes gzip of {Most:N0}");
        Assert.InRange(size, 20 * 1024, Most);
    }
}
