using LeadStudio.Core.Scoring.Model;

namespace LeadStudio.Features.Scoring;

/// <summary>A scorecard being edited, with the states it went through.</summary>
/// <param name="card">The first state.</param>
internal sealed class ScorecardEditor(Scorecard card)
{
    private const int MostStates = 200;

    private readonly List<Scorecard> _states = [card];
    private int _at;

    /// <summary>Gets the present state.</summary>
    public Scorecard Card => _states[_at];

    public bool CanUndo => _at > 0;

    public bool CanRedo => _at < _states.Count - 1;

    /// <summary>Makes another state the present one; those that were undone are forgotten.</summary>
    /// <param name="next">The state.</param>
    /// <returns>Whether it differs.</returns>
    public bool Apply(Scorecard next)
    {
        if (next == Card)
        {
            return false;
        }

        _states.RemoveRange(_at + 1, _states.Count - _at - 1);
        _states.Add(next);
        if (_states.Count > MostStates)
        {
            _states.RemoveAt(0);
        }

        _at = _states.Count - 1;
        return true;
    }

    /// <summary>Goes one state back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Undo()
    {
        if (!CanUndo)
        {
            return false;
        }

        _at--;
        return true;
    }

    /// <summary>Goes one state forward again.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Redo()
    {
        if (!CanRedo)
        {
            return false;
        }

        _at++;
        return true;
    }
}
