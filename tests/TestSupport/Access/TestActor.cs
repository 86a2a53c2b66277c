#pragma warning disable IDE0130 // Beside Actor, so that tests find it where they find that.
namespace LeadStudio.Core.Access;
#pragma warning restore IDE0130

/// <summary>The person whom tests let do things.</summary>
public static class TestActor
{
    extension(Actor)
    {
        /// <summary>Gets the person.</summary>
        public static Actor LocalUser => new(ActorKind.Person, "Local user");
    }
}
