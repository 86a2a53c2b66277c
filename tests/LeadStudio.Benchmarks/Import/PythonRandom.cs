namespace LeadStudio.Benchmarks.Import;

/// <summary>The Mersenne Twister as Python seeds and reads it, so that files can be made again that a Python script made.</summary>
/// <remarks>Source: M. Matsumoto and T. Nishimura, ACM TOMACS 8 (1998) 3-30, and their reference code (init_by_array, genrand_res53).</remarks>
internal sealed class PythonRandom
{
    private const int Length = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    public PythonRandom(uint seed)
    {
        _state[0] = 19650218;
        for (var i = 1u; i < Length; i++)
        {
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
        }

        var at = 1;
        for (var k = 0; k < Length; k++)
        {
            _state[at] = (_state[at] ^ ((_state[at - 1] ^ (_state[at - 1] >> 30)) * 1664525u)) + seed;
            at = Advance(at);
        }

        for (var k = 0; k < Length - 1; k++)
        {
            _state[at] = (_state[at] ^ ((_state[at - 1] ^ (_state[at - 1] >> 30)) * 1566083941u)) - (uint)at;
            at = Advance(at);
        }

        _state[0] = 0x80000000;
    }

    /// <summary>Gives the next number, 0 to 1 (excluded), with 53 random bits.</summary>
    public double Next() => (((Next32() >> 5) * 67108864.0) + (Next32() >> 6)) / 9007199254740992.0;

    private int Advance(int at)
    {
        if (++at < Length)
        {
            return at;
        }

        _state[0] = _state[Length - 1];
        return 1;
    }

    private uint Next32()
    {
        if (_next == Length)
        {
            for (var i = 0; i < Length; i++)
            {
                var bits = (_state[i] & 0x80000000) | (_state[(i + 1) % Length] & 0x7fffffff);
                _state[i] = _state[(i + Middle) % Length] ^ (bits >> 1) ^ ((bits & 1) * 0x9908b0df);
            }

            _next = 0;
        }

        var value = _state[_next++];
        value ^= value >> 11;
        value ^= (value << 7) & 0x9d2c5680;
        value ^= (value << 15) & 0xefc60000;
        return value ^ (value >> 18);
    }
}
