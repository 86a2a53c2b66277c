using LeadStudio.Core.Common;

namespace LeadStudio.Core.Access.Users;

/// <summary>There is no such user.</summary>
/// <param name="Id">What was looked for.</param>
public sealed record UserNotFound(long Id) : NotFoundError($"There is no user {Id}. Somebody may have removed it: look at the list of users again.");

/// <summary>A user cannot be like this.</summary>
/// <param name="Message">Why, and what to do.</param>
public sealed record UserRefused(string Message) : InvalidError(Message);

/// <summary>It would leave nobody who may manage users.</summary>
public sealed record LastAdmin() : ConflictError("This is the last administrator who can sign in. Make another user an administrator first.");

/// <summary>A link to set a password was used, or is too old.</summary>
public sealed record LinkExpired() : ConflictError("This link was used, or is too old. Ask an administrator for another one.");
