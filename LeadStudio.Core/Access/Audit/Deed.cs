using System.Text.Encodings.Web;
using System.Text.Json;
using LeadStudio.Core.Persistence;

namespace LeadStudio.Core.Access.Audit;

/// <summary>Something that somebody does, to be kept in the audit trail.</summary>
/// <param name="By">Who does it.</param>
/// <param name="Action">What, such as <c>user.changed</c>.</param>
/// <param name="SubjectId">What to, such as <c>12</c>; empty where that has no number.</param>
/// <param name="Subject">The name of what it is done to.</param>
/// <param name="Before">What was before, by name; null where that says nothing.</param>
/// <param name="After">What is since, by name; null where that says nothing.</param>
/// <param name="Address">The network address it is done from; null where that is not known.</param>
public sealed record Deed(
    Actor By,
    string Action,
    string SubjectId,
    string Subject,
    IReadOnlyDictionary<string, object?>? Before = null,
    IReadOnlyDictionary<string, object?>? After = null,
    string? Address = null)
{
    // Escaped as little as JSON allows: it is searched, and shown as a text.
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds it to the audit trail in the same transaction as what is done.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="at">When it is done, in UTC microseconds.</param>
    public void AddTo(LeadStudioDbContext db, long at)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Add(new AuditEntry
        {
            At = at,
            ActorKind = By.Kind,
            Actor = By.Name,
            Action = Action,
            SubjectId = SubjectId,
            Subject = Subject,
            Before = Before is null ? null : JsonSerializer.Serialize(Before, s_readable),
            After = After is null ? null : JsonSerializer.Serialize(After, s_readable),
            Address = Address,
        });
    }
}
