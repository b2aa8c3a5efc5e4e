using Microsoft.AspNetCore.Mvc;

namespace Amparo.Places.Recordings.Desk;

/// <summary>One person, at once: a voice that is wrong, or whose speaker does not want it any more, waits for no colleague.</summary>
[Requires(PlacesPermissions.WithdrawRecordings)]
internal sealed class WithdrawModel(Database db, Texts texts) : RecordingPage(db, texts, PlacesPermissions.WithdrawRecordings)
{
    public override string TitleKey => "places.recordings.withdraw";

    [BindProperty] public string? Because { get; set; }

    protected override async Task<string> Do(CancellationToken stop)
    {
        Recording.Withdraw(Because);
        Who.Purpose = Because;
        await Db.Forget(Recording, null, stop);
        return "recording_withdrawn";
    }
}
