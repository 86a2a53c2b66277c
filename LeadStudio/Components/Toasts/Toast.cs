namespace LeadStudio.Components.Toasts;

/// <summary>What a toast is about.</summary>
internal enum ToastKind
{
    Info,
    Success,
    Error,
}

/// <summary>A message on the screen.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Undo">Undoes what it tells of, if that is possible.</param>
internal sealed record Toast(ToastKind Kind, string Message, Func<Task>? Undo);
