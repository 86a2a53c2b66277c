using System.Globalization;

namespace LeadStudio.Core.Learning.Trees.XgBoost;

/// <summary>The bytes of a file, one after the other. It holds only a part of them at a time.</summary>
/// <param name="stream">Where they come from.</param>
/// <param name="most">The most bytes that are read.</param>
internal sealed class FileBytes(Stream stream, long most)
{
    private readonly byte[] _buffer = new byte[65_536];
    private int _next;
    private int _count;
    private long _before;

    /// <summary>Gets how many bytes were taken.</summary>
    public long Position => _before + _next;

    /// <summary>Gets some of the next bytes, which are not taken; none at the end of the file. They stay as they are until the next call but <see cref="Skip"/> within them.</summary>
    public ReadOnlySpan<byte> Ready => _next < _count || Fill() ? _buffer.AsSpan(_next, _count - _next) : [];

    /// <summary>Looks at a byte without taking it.</summary>
    /// <returns>The next byte; -1 at the end of the file.</returns>
    public int Peek() => _next < _count || Fill() ? _buffer[_next] : -1;

    /// <summary>Takes a byte.</summary>
    /// <returns>The next byte.</returns>
    public byte Take() => _next < _count || Fill() ? _buffer[_next++] : throw CutOff();

    /// <summary>Takes some bytes.</summary>
    /// <param name="bytes">Takes them; it is filled.</param>
    public void Take(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_next == _count && !Fill())
            {
                throw CutOff();
            }

            var part = _buffer.AsSpan(_next, Math.Min(bytes.Length, _count - _next));
            part.CopyTo(bytes);
            bytes = bytes[part.Length..];
            _next += part.Length;
        }
    }

    /// <summary>Passes over some bytes.</summary>
    /// <param name="count">How many.</param>
    public void Skip(long count)
    {
        while (count > 0)
        {
            if (_next == _count && !Fill())
            {
                throw CutOff();
            }

            var part = (int)Math.Min(count, _count - _next);
            count -= part;
            _next += part;
        }
    }

    /// <summary>Makes the error of a byte that cannot be there.</summary>
    /// <param name="expected">What was expected instead.</param>
    /// <returns>The error.</returns>
    public FileProblemException Wrong(string expected) =>
        Peek() < 0 ? CutOff() : new(string.Create(CultureInfo.InvariantCulture, $"The file is damaged near byte {Position:N0}: {expected} was expected."));

    private FileProblemException CutOff() => new(string.Create(CultureInfo.InvariantCulture, $"The file ends after {Position:N0} bytes, in the middle of the model."));

    private bool Fill()
    {
        _before += _count;
        (_next, _count) = (0, stream.Read(_buffer));
        return _before + _count <= most
            ? _count > 0
            : throw new FileProblemException(
                string.Create(CultureInfo.InvariantCulture, $"The file is larger than {most:N0} bytes, the most that is read."), "Train with fewer or shallower trees.");
    }
}
