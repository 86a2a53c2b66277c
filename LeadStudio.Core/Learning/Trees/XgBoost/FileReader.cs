using System.Globalization;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>Reads a file value by value, whether it is JSON or UBJSON. What nobody asks for is passed over, so that memory does not depend on it.</summary>
/// <param name="bytes">The file.</param>
internal abstract class FileReader(FileBytes bytes)
{
    /// <summary>The most bytes of a text that is read.</summary>
    public const int MostTextBytes = 65_536;

    // XGBoost's own files have six values inside each other.
    private const int MostNesting = 64;

    private readonly List<double> _numbers = [];
    private int _nesting;

    /// <summary>Gets the file.</summary>
    protected FileBytes Bytes => bytes;

    /// <summary>Reads an object.</summary>
    /// <param name="readMember">Told the name of each member; it must read or skip the value.</param>
    public abstract void ReadObject(Action<string> readMember);

    /// <summary>Reads an object from behind its brace on.</summary>
    /// <param name="readMember">See <see cref="ReadObject"/>.</param>
    public abstract void ReadMembers(Action<string> readMember);

    /// <summary>Reads an array.</summary>
    /// <param name="readItem">Called before each item; it must read or skip it.</param>
    public abstract void ReadArray(Action readItem);

    /// <summary>Reads a text.</summary>
    /// <returns>The text.</returns>
    public abstract string ReadText();

    /// <summary>Reads a text, or a number as a text: a parameter in XGBoost's files.</summary>
    /// <returns>The text.</returns>
    public abstract string ReadParameter();

    /// <summary>Passes over a value of any kind.</summary>
    public abstract void Skip();

    /// <summary>Reads numbers.</summary>
    /// <param name="most">The most that there may be.</param>
    /// <returns>They, rounded to the nearest that the type can hold.</returns>
    public float[] ReadFloats(int most)
    {
        ReadNumbers(most);
        return [.. _numbers.ConvertAll(number => (float)number)];
    }

    /// <summary>Reads whole numbers.</summary>
    /// <param name="most">The most that there may be.</param>
    /// <returns>The numbers.</returns>
    public int[] ReadIntegers(int most)
    {
        ReadNumbers(most);
        return [.. _numbers.ConvertAll(number =>
            number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number ? (int)number : throw bytes.Wrong("a whole number of 32 bits"))];
    }

    /// <summary>Reads a number; true is 1 and false is 0.</summary>
    /// <returns>The number.</returns>
    protected abstract double ReadNumber();

    /// <summary>Gets how many objects and lists the next value is in.</summary>
    protected int Nesting => _nesting;

    /// <summary>Goes into an object or an array, or refuses to go deeper.</summary>
    protected void Enter()
    {
        if (++_nesting > MostNesting)
        {
            throw bytes.Wrong("no more than 64 values inside each other");
        }
    }

    /// <summary>Leaves an object or an array.</summary>
    protected void Leave() => _nesting--;

    private void ReadNumbers(int most)
    {
        _numbers.Clear();
        ReadArray(() =>
        {
            if (_numbers.Count == most)
            {
                throw bytes.Wrong(string.Create(CultureInfo.InvariantCulture, $"a list of at most {most:N0} numbers"));
            }

            _numbers.Add(ReadNumber());
        });
    }
}
