namespace Amparo.Places.Desk.Editing.Where;

/// <summary>Where exactly a place is and who answers there, as it is typed.</summary>
internal sealed class WhereaboutsForm : PointForm
{
    public const int LongestContact = 1000, LongestNotes = 4000;

    public string? StaffContact { get; set; }
    public string? Notes { get; set; }
}
