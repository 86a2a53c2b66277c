namespace LeadStudio.Core.Common;

/// <summary>An expected failure, with a message fit to show to the user.</summary>
/// <param name="Message">One sentence: what is wrong and what to do about it.</param>
public abstract record Error(string Message);

/// <summary>The thing asked for does not exist. HTTP 404.</summary>
/// <param name="Message">Which thing was looked for.</param>
public abstract record NotFoundError(string Message) : Error(Message);

/// <summary>The request breaks a business rule. HTTP 400.</summary>
/// <param name="Message">Which rule, and the value that broke it.</param>
public abstract record InvalidError(string Message) : Error(Message);

/// <summary>The request does not fit what has changed meanwhile. HTTP 409.</summary>
/// <param name="Message">What changed, and how to go on.</param>
public abstract record ConflictError(string Message) : Error(Message);
