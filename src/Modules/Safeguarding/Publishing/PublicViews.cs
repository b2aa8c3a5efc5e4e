namespace Amparo.Safeguarding.Publishing;

/// <summary>The whole list of columns of this module that can ever reach a reader: under a name that only a code gives, ciphertext that only the code opens.</summary>
internal static class PublicViews
{
    public const string Reply = "safeguarding_public_reply";
    public const string Answer = "safeguarding_public_answer";

    public static readonly IReadOnlyList<PublicView> All =
    [
        // Also those that are over or not begun: the drawer must be looked at again when one goes.
        new(Reply, $"""
            SELECT shard, code_name, CASE WHEN outcome = '{ComplaintOutcomes.Acted}' THEN 'changed' WHEN read_at IS NULL THEN 'received' ELSE 'checked' END AS state,
                   CASE WHEN closed_at IS NULL AND back < {Contracts.Safeguarding.ComplaintLimits.MostBack} THEN 1 ELSE 0 END AS may_write, messages, changed_at, answers_until
            FROM {ComplaintTable.Name}
            """),
        new(Answer, $"SELECT c.shard, c.code_name, m.number, m.box FROM safeguarding_message m JOIN {ComplaintTable.Name} c ON c.id = m.complaint_id WHERE m.is_from_person = false AND c.code_name IS NOT NULL"),
    ];
}
