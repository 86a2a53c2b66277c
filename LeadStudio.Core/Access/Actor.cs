namespace LeadStudio.Core.Access;

/// <summary>Who did something; every change names one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name to show, such as <c>Ada</c>.</param>
public sealed record Actor(ActorKind Kind, string Name)
{
    /// <summary>Gets LeadStudio itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, "LeadStudio");
}

/// <summary>The kinds of <see cref="Actor"/>.</summary>
public enum ActorKind
{
    /// <summary>LeadStudio itself.</summary>
    System,

    /// <summary>A person.</summary>
    Person,

    /// <summary>Another program, by its API key.</summary>
    Key,
}
