namespace Amparo.Protection.Screening;

internal enum Outcome { ImmediateHelp, Referral, Case, InformationOnly, ReturnCounselling, Tracing }

/// <summary>For whom something is to be done: vulnerability is not hers alone, and neither is what mends it.</summary>
internal enum ActionFor { Person, Family, Community, State }

internal sealed record ActionToTake(ActionFor For, Outcome Outcome);
