// Brings a store file up to the form that this version knows, after a backup.
using System.Globalization;
using System.Reflection;

using Crossread.Documents;

using Microsoft.Data.Sqlite;

namespace Crossread.Storage.Sqlite;

/// <summary>The numbered scripts under Migrations/, each applied once, in order, in one transaction with the new number.</summary>
internal static class Migrations
{
    /// <summary>Marks a file as ours (the letters XRD1), at sqlite.org/fileformat.html's application id.</summary>
    private const int _application = 0x58524431;

    private static readonly Lazy<(int Number, string Script)[]> _scripts = new(ReadScripts);

    /// <summary>Number of the newest form that this version knows.</summary>
    public static int Newest => _scripts.Value[^1].Number;

    /// <summary>Checks the form of a store and brings it up if it is older.</summary>
    /// <returns>The number of its form.</returns>
    public static int Apply(SqliteConnection connection, string location, bool readOnly, int? upTo = null)
    {
        int newest = upTo ?? Newest;
        int form = Check(connection, location);
        if (form == newest)
            return form;
        if (form > newest)
        {
            string needs = Text(connection, "SELECT value FROM about WHERE key = 'needs'") ?? "a newer version";
            throw Refused(StoreFailure.Newer, location, FormattableString.Invariant($"the store has form {form}; this Crossread knows forms up to {newest}"), $"use Crossread {needs} or later");
        }
        if (readOnly)
            throw Refused(StoreFailure.Older, location, FormattableString.Invariant($"the store has form {form}, which is older than {newest}, and it may not be written"), "open it once where it may be written");
        if (form > 0)
            BackUp(connection, location, form);
        // Another process may be doing the same: the second finds it done.
        using SqliteTransaction turn = connection.BeginTransaction();
        for (form = Check(connection, location, turn); form < newest;)
        {
            (int number, string script) = _scripts.Value.First(s => s.Number > form);
            Run(connection, turn, script);
            Run(connection, turn, "INSERT OR REPLACE INTO about(key, value) VALUES ('needs', '" + Maker.Current.Library.Replace("'", "''", StringComparison.Ordinal) + "')");
            Run(connection, turn, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {_application}; PRAGMA user_version = {number}"));
            form = number;
        }
        turn.Commit();
        return form;
    }

    /// <summary>The number of a store's form; 0 for an empty file.</summary>
    /// <exception cref="StoreException">The file is another program's.</exception>
    public static int Check(SqliteConnection connection, string location, SqliteTransaction? turn = null)
    {
        long application = Number(connection, "PRAGMA application_id", turn), form = Number(connection, "PRAGMA user_version", turn);
        bool empty = Number(connection, "SELECT count(*) FROM sqlite_master", turn) == 0;
        if (empty && form == 0)
            return 0;
        return application == _application ? (int)form
            : throw Refused(StoreFailure.Foreign, location, "the file is a database, but no store of Crossread", "name another file with --store");
    }

    private static void BackUp(SqliteConnection connection, string location, int form)
    {
        string file = string.Create(CultureInfo.InvariantCulture, $"{location}.form{form}.bak");
        if (File.Exists(file))
            return;
        string half = file + ".part";
        File.Delete(half);
        using (SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = half, Pooling = false }.ConnectionString))
        {
            copy.Open();
            connection.BackupDatabase(copy);
        }
        File.Move(half, file);
    }

    private static StoreException Refused(StoreFailure kind, string location, string what, string remedy) => new(kind, new Problem(location, null, what, remedy));

    private static long Number(SqliteConnection connection, string sql, SqliteTransaction? turn)
    {
        using SqliteCommand command = Sql.Command(connection, sql, turn);
        return (long)command.ExecuteScalar()!;
    }

    private static string? Text(SqliteConnection connection, string sql)
    {
        try
        {
            using SqliteCommand command = Sql.Command(connection, sql);
            return command.ExecuteScalar() as string;
        }
        catch (SqliteException)
        {
            // A later form may keep it elsewhere; then it is not known.
            return null;
        }
    }

    private static void Run(SqliteConnection connection, SqliteTransaction turn, string sql)
    {
        using SqliteCommand command = Sql.Command(connection, sql, turn);
        command.ExecuteNonQuery();
    }

    private static (int, string)[] ReadScripts()
    {
        Assembly here = typeof(Migrations).Assembly;
        const string folder = "Migrations/";
        return
        [
            .. here.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using StreamReader script = new(here.GetManifestResourceStream(name)!);
                return (int.Parse(name.AsSpan(folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), script.ReadToEnd());
            }),
        ];
    }
}
