using System.Buffers;

namespace LeadStudio.Core.Common;

/// <summary>A list in a borrowed array, for lists so long that an array of each one's own would be a large object.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="capacity">How much to make room for.</param>
internal sealed class PooledList<T>(int capacity) : IDisposable
    where T : unmanaged
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    /// <summary>Gets how many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets what is in it, until the next change.</summary>
    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(T item) => Add(new ReadOnlySpan<T>(ref item));

    /// <summary>Adds some.</summary>
    public void Add(ReadOnlySpan<T> items)
    {
        if (_items.Length - Count < items.Length)
        {
            var larger = ArrayPool<T>.Shared.Rent(Math.Max(_items.Length * 2, Count + items.Length));
            Items.CopyTo(larger);
            ArrayPool<T>.Shared.Return(_items);
            _items = larger;
        }

        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <summary>Gives the array back; the list is empty from then on.</summary>
    public void Dispose()
    {
        if (_items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_items);
        }

        (_items, Count) = ([], 0);
    }
}
