namespace LeadStudio.TestSupport;

/// <summary>Real data that is not part of the checkout: the folder <c>../shared/data</c>.</summary>
public static class TestData
{
    /// <summary>Gives the path of a file of real data. Where it is missing, the test is skipped (or fails, where <c>CI=true</c>).</summary>
    /// <param name="name">The name, such as <c>xeducation/leads_train.csv</c>.</param>
    /// <returns>The absolute path of a file or folder that exists.</returns>
    public static string Path(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Checkout.Root, "..", "shared", "data", name));
        Requirement.SharedData.Check(System.IO.Path.Exists(path), $"there is no {path}");
        return path;
    }
}
