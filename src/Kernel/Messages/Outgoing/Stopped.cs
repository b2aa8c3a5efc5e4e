using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Kernel;

/// <summary>Whoever has this address asked not to be written to. The address itself is not kept.</summary>
public sealed class Stopped
{
    public required string AddressHash { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class StoppedTable : IEntityTypeConfiguration<Stopped>
{
    public void Configure(EntityTypeBuilder<Stopped> table)
    {
        table.ToTable("kernel_stopped").HasKey(s => s.AddressHash);
        table.Property(s => s.AddressHash).HasMaxLength(64);
    }
}

/// <summary>The words by which somebody says: write no more. They hold in every language, whatever the message was written in.</summary>
public static class StopWords
{
    private static readonly string[] Stop =
    [
        "stop", "stopall", "baja", "alto", "pare", "parar", "cancelar", "cancela", "no enviar", "no mas", "unsubscribe", "end", "quit", "cancel", "arret", "arreter", "fin", "sair", "cancele", "kanpe", "sispann", "rete",
    ];

    private static readonly string[] Begin = ["alta", "start", "unstop", "komanse", "comecar", "commencer"];
    private static readonly string[] Polite = [" por favor", " please", " s il vous plait", " tanpri", " gracias", " obrigado", " obrigada", " merci", " mesi"];

    public static bool IsStop(string text) => Is(text, Stop);
    public static bool IsBegin(string text) => Is(text, Begin);

    // The whole message, but for a polite word behind it: "baja" in the middle of a report is a report.
    private static bool Is(string text, string[] words)
    {
        var said = FoldedText.Fold(text);
        foreach (var polite in Polite)
            if (said.EndsWith(polite, StringComparison.Ordinal)) said = said[..^polite.Length];
        return words.Contains(said);
    }
}
