namespace LeadStudio.TestSupport;

/// <summary>The folder that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>Gets the folder that holds LeadStudio.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>Gives the path of a file of the checkout.</summary>
    /// <param name="path">The path from the root.</param>
    /// <returns>The absolute path.</returns>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeadStudio.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no LeadStudio.sln above the test.");
    }
}
