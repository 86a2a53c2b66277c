using LeadStudio.Core.Scoring.Engine;

namespace LeadStudio.Core.Tests.Scoring.Engine;

/// <summary>Says of every field that it came from "test".</summary>
internal sealed class FakeEvidenceSource : IEvidenceSource
{
    public Evidence Find(string field) => new(field, $"<{field}>", "test", null);
}
