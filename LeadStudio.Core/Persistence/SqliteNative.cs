using System.Runtime.InteropServices;

namespace LeadStudio.Core.Persistence;

/// <summary>The calls that are made fifty times a row: without counting references to the statement and, where they are short, without leaving managed mode.</summary>
internal static unsafe partial class SqliteNative
{
    /// <summary>A text whose bytes do not move or change before the next step.</summary>
    public const nint StaysInPlace = 0;

    /// <summary>A text that SQLite copies at once.</summary>
    public const nint IsCopied = -1;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    public static partial int BindInt64(nint statement, int index, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    [SuppressGCTransition]
    public static partial int BindDouble(nint statement, int index, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    public static partial int BindNull(nint statement, int index);

    // With IsCopied a long text takes a while: the garbage collector must not wait for it.
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static partial int BindText(nint statement, int index, byte* text, int length, nint lifetime);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);
}
