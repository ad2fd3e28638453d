// The log of decisions.
using System.Globalization;
using System.Text.Json;

using Crossread.Storage.Decisions;

namespace Crossread.Storage.Sqlite;

internal sealed partial class SqliteSession
{
    private static readonly JsonSerializerOptions _matters = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<Decision> Decisions()
    {
        List<Decision> log = sql.All("SELECT number, at, who, why, matter FROM decision ORDER BY number", row => new Decision(
            row.GetInt64(0), DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), row.GetString(2), row.GetString(3),
            JsonSerializer.Deserialize<DecisionMatter>(row.GetString(4), _matters)!, true));
        // An undoing that is undone itself undoes nothing, so the last one is asked first.
        HashSet<long> undone = [];
        for (int i = log.Count - 1; i >= 0; i--)
        {
            if (undone.Contains(log[i].Number))
                log[i] = log[i] with { Stands = false };
            else if (log[i].Matter is UndoDecision undo)
                undone.Add(undo.Undone);
        }
        return log;
    }

    public long LastDecision() => sql.One<long>("SELECT max(number) FROM decision");

    public Decision Decide(NewDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        long? undoes = (decision.Matter as UndoDecision)?.Undone;
        string matter = JsonSerializer.Serialize(decision.Matter, _matters);
        long number = sql.Insert("INSERT INTO decision(at, who, why, undoes, matter) VALUES ($1, $2, $3, $4, $5)", decision.When.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), decision.Who, decision.Why, undoes, matter);
        return new Decision(number, decision.When, decision.Who, decision.Why, decision.Matter, true);
    }
}
