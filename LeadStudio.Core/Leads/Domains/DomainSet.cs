using System.Text;

namespace LeadStudio.Core.Leads.Domains;

/// <summary>Many domains, kept as eight bytes each: by their hashes. That two of them share a hash happens once in 10^8 such sets.</summary>
internal sealed class DomainSet
{
    private readonly ulong[] _hashes;

    /// <summary>Makes a set.</summary>
    /// <param name="domains">The domains, in lower case and punycode.</param>
    public DomainSet(IEnumerable<string> domains)
    {
        _hashes = [.. domains.Select(domain => Hash(domain))];
        Array.Sort(_hashes);
    }

    /// <summary>Reads a set from a file with one domain a line.</summary>
    /// <param name="stream">The file, in UTF-8.</param>
    /// <returns>The set.</returns>
    public static DomainSet Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(Lines(reader));
    }

    /// <summary>Tells whether a domain itself is in the set.</summary>
    /// <param name="domain">The domain, in lower case and punycode.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(ReadOnlySpan<char> domain) => Array.BinarySearch(_hashes, Hash(domain)) >= 0;

    /// <summary>Tells whether a domain or one above it is in the set.</summary>
    /// <param name="domain">The domain, in lower case and punycode.</param>
    /// <returns>Whether it is.</returns>
    public bool Covers(ReadOnlySpan<char> domain)
    {
        while (!Contains(domain))
        {
            var dot = domain.IndexOf('.');
            if (dot < 0)
            {
                return false;
            }

            domain = domain[(dot + 1)..];
        }

        return true;
    }

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // FNV-1a, 64 bits; G. Fowler, L. C. Noll, K.-P. Vo, draft-eastlake-fnv.
    private static ulong Hash(ReadOnlySpan<char> domain)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in domain)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return hash;
    }
}
