// Which SQLite runs the store: the system's where there is a fit one, else the one that comes along.
using System.Runtime.InteropServices;

using SQLitePCL;

namespace Crossread.Storage.Sqlite;

/// <summary>
/// Loads SQLite. A system's library is kept up by the system and comes first; it must be 3.35 or later with full-text search. What comes along
/// is 3.35.5, so the SQL stays at that level.
/// </summary>
internal static class SqliteEngine
{
    private const int _least = 3_035_000;

    private static readonly string[] _systems = OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib"] : OperatingSystem.IsWindows() ? [] : ["libsqlite3.so.0"];

    private static readonly Lazy<string> _source = new(Load);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);

    /// <summary>Loads it, once; where it came from, in words.</summary>
    public static string Source => _source.Value;

    /// <summary>Its version.</summary>
    public static string Version
    {
        get
        {
            _ = _source.Value;
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    private static string Load()
    {
        nint system = 0;
        foreach (string name in _systems)
        {
            if (NativeLibrary.TryLoad(name, out system) && Fits(system))
                break;
            system = 0;
        }
        if (system != 0)
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (library, _, _) => library == "e_sqlite3" ? system : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return system != 0 ? "the system's library" : "the library that comes along";
    }

    private static bool Fits(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out nint version)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() >= _least
        && NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out nint used)
        && Marshal.GetDelegateForFunctionPointer<OptionUsed>(used)("ENABLE_FTS5") != 0;
}
