// The table of weights: what is written is found again, whatever the shape of a row.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class WeightTableTests
{
    private const int Columns = 90;

    [Theory]
    [InlineData(500)]
    [InlineData(60_000)]
    public void Every_row_gives_its_weights_and_an_unknown_key_gives_none(int count)
    {
        Random random = new(1);
        SortedDictionary<uint, short[]> rows = [];
        while (rows.Count < count)
        {
            short[] row = new short[Columns];
            int entries = rows.Count % 50 == 0 ? 60 : random.Next(1, 9);
            for (int e = 0; e < entries; e++)
                row[random.Next(Columns)] = (short)(rows.Count % 300 == 0 ? 300 + e : random.Next(1, 128) * (e % 2 == 0 ? 1 : -1));
            // Some keys crowd into one line, which must then go on in the next.
            rows[(uint)random.Next(rows.Count % (count / 20) == 0 ? 1 << 16 : int.MaxValue) * 2 + 1] = row;
        }
        WeightTable table = Written([.. rows.Keys], [.. rows.Values]);
        int[] scores = new int[table.Stride];
        foreach ((uint key, short[] row) in rows)
        {
            table.Score([key], scores);
            Assert.Equal(row.Select(w => (int)w), scores.Take(Columns));
        }
        for (int i = 0; i < 1000; i++)
        {
            uint key = (uint)random.Next(int.MaxValue) * 2 + 1;
            if (rows.ContainsKey(key))
                continue;
            table.Score([key], scores);
            Assert.All(scores.Take(Columns), score => Assert.Equal(0, score));
        }
    }

    [Fact]
    public void Rows_of_several_keys_are_added_up()
    {
        short[] first = new short[Columns], second = new short[Columns], third = new short[Columns];
        (first[3], second[3], second[7], third[3], third[89]) = (5, -2, 4, 300, -300);
        WeightTable table = Written([11, 13, 4_000_000_001], [first, second, third]);
        int[] scores = new int[table.Stride];
        table.Score([13, 4_000_000_001, 11, 99], scores);
        Assert.Equal((303, 4, -300), (scores[3], scores[7], scores[89]));
    }

    private static WeightTable Written(uint[] keys, short[][] rows)
    {
        MemoryStream stream = new();
        WeightTable.Write(new BinaryWriter(stream), Columns, keys, rows);
        stream.Position = 0;
        return WeightTable.Read(new BinaryReader(stream));
    }
}
