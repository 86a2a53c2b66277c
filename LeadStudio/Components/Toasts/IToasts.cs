namespace LeadStudio.Components.Toasts;

/// <summary>Says in passing what has happened. Call it from a component, on its own thread.</summary>
public interface IToasts
{
    /// <summary>Says something worth knowing.</summary>
    /// <param name="message">A sentence.</param>
    void Info(string message);

    /// <summary>Says that what the user asked for is done.</summary>
    /// <param name="message">A sentence.</param>
    void Success(string message);

    /// <summary>Says what went wrong and what to do; stays until it is closed.</summary>
    /// <param name="message">A sentence for people, never an exception's text.</param>
    void Error(string message);

    /// <summary>Says what was done and offers for 8 seconds to undo it.</summary>
    /// <param name="message">A sentence.</param>
    /// <param name="undo">Undoes it; called at most once.</param>
    void WithUndo(string message, Func<Task> undo);
}
