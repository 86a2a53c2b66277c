namespace LeadStudio.Components;

/// <summary>What the colour of a <see cref="Tag"/> means.</summary>
public enum TagTone
{
    /// <summary>Nothing.</summary>
    Neutral,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Bad news.</summary>
    Bad,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}
