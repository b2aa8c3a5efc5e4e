namespace Amparo.Protection.Screening;

/// <summary>What was answered at the gate. What was not asked is no yes.</summary>
internal enum GateReply { NotAsked, Yes, No, NotNeeded }

/// <summary>
/// What must be so before anything is asked: alone with her, an interpreter whom no companion brought, told what it is for, told
/// that she may refuse. Whoever asks beside a trafficker makes it worse for who answers.
/// </summary>
internal sealed record Gate(GateReply PrivatePlace, GateReply Interpreter, GateReply PurposeExplained, GateReply RightToRefuse)
{
    public bool IsAnswered => !new[] { PrivatePlace, Interpreter, PurposeExplained, RightToRefuse }.Contains(GateReply.NotAsked);

    // An interpreter may not be needed; a private place always is.
    public bool IsOpen => PrivatePlace == GateReply.Yes && Interpreter is (GateReply.Yes or GateReply.NotNeeded) && PurposeExplained == GateReply.Yes && RightToRefuse == GateReply.Yes;
}
