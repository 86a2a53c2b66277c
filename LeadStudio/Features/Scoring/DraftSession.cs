using LeadStudio.Core.Access;
using LeadStudio.Core.Common;
using LeadStudio.Core.Scoring;
using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Features.Scoring;

/// <summary>One person's work on the draft: every change is saved at once, and told from the work of others by the draft's revision.</summary>
internal sealed class DraftSession
{
    private readonly IScorecards _scorecards;
    private readonly Actor _by;
    private Scorecard _saved;
    private bool _isSaving;

    private DraftSession(IScorecards scorecards, PublishedScorecard published, DraftScorecard? draft, Actor by)
    {
        (_scorecards, _by, Published) = (scorecards, by, published);
        _saved = draft?.Card ?? published.Card;
        (Revision, UpdatedAt) = (draft?.Revision ?? 0, draft?.UpdatedAt);
        BasedOn = draft?.BasedOn ?? published.Version;
        Editor = new ScorecardEditor(_saved);
    }

    /// <summary>Gets what is published.</summary>
    public PublishedScorecard Published { get; }

    public ScorecardEditor Editor { get; }

    /// <summary>Gets the version that the draft started from.</summary>
    public long BasedOn { get; }

    /// <summary>Gets how often the draft was saved; 0 while there is none.</summary>
    public long Revision { get; private set; }

    /// <summary>Gets when it was saved, in UTC microseconds.</summary>
    public long? UpdatedAt { get; private set; }

    /// <summary>Gets why the draft could not be saved; null while all is well.</summary>
    public Error? Problem { get; private set; }

    /// <summary>Gets a value indicating whether all changes are stored.</summary>
    public bool IsSaved => ReferenceEquals(_saved, Editor.Card);

    public bool HasDraft => Revision > 0;

    /// <summary>Starts from the draft, or from what is published.</summary>
    /// <param name="scorecards">The scorecards.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="cancellationToken">Stops the reads.</param>
    public static async Task<DraftSession> StartAsync(IScorecards scorecards, Actor by, CancellationToken cancellationToken = default) =>
        new(scorecards, await scorecards.GetPublishedAsync(cancellationToken), await scorecards.GetDraftAsync(cancellationToken), by);

    /// <summary>Saves until nothing is left to save. A change made meanwhile is saved too.</summary>
    /// <param name="cancellationToken">Stops the write.</param>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        if (_isSaving)
        {
            return;
        }

        _isSaving = true;
        try
        {
            while (!IsSaved && Problem is null)
            {
                var card = Editor.Card;
                var result = await _scorecards.SaveDraftAsync(card, Revision, _by, cancellationToken);
                if (result.IsSuccess)
                {
                    (_saved, Revision, UpdatedAt) = (card, result.Value.Revision, result.Value.UpdatedAt);
                }
                else
                {
                    Problem = result.Error;
                }
            }
        }
        finally
        {
            _isSaving = false;
        }
    }

    /// <summary>Saves over what somebody else saved meanwhile.</summary>
    /// <param name="cancellationToken">Stops the write.</param>
    public async Task OverwriteAsync(CancellationToken cancellationToken = default)
    {
        Revision = (await _scorecards.GetDraftAsync(cancellationToken))?.Revision ?? 0;
        Problem = null;
        await SaveAsync(cancellationToken);
    }
}
