namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Writes a file value by value, whether it is JSON or UBJSON.</summary>
internal abstract class FileWriter : IDisposable
{
    /// <summary>Writes an object.</summary>
    /// <param name="members">Its members, in this order.</param>
    public abstract void Object(params ReadOnlySpan<(string Name, Action Write)> members);

    /// <summary>Writes a list.</summary>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes an item.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public abstract void List<T>(IReadOnlyCollection<T> items, Action<T> write);

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    public abstract void Text(string text);

    /// <summary>Writes a whole number.</summary>
    /// <param name="number">The number.</param>
    public abstract void Integer(int number);

    /// <summary>Writes numbers of single precision.</summary>
    /// <param name="numbers">The numbers.</param>
    public abstract void Floats(IReadOnlyCollection<float> numbers);

    /// <summary>Writes whole numbers of 32 bits.</summary>
    /// <param name="numbers">The numbers.</param>
    public abstract void Integers(IReadOnlyCollection<int> numbers);

    /// <summary>Writes whole numbers of 64 bits.</summary>
    /// <param name="numbers">The numbers.</param>
    public abstract void Longs(IReadOnlyCollection<int> numbers);

    /// <summary>Writes ones and zeros.</summary>
    /// <param name="flags">True for one.</param>
    public abstract void Flags(IReadOnlyCollection<bool> flags);

    /// <summary>Writes what is still held back; does not close the file.</summary>
    public abstract void Dispose();
}
