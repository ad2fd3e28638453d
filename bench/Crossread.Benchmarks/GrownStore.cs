// Makes a large store out of a small one, without analysing anything: each report many times under other hashes, in other stories.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

using Crossread.Cleaning;
using Crossread.Storage;
using Crossread.Storage.Packing;
using Crossread.Storage.Sqlite;
using Crossread.Stories;

namespace Crossread.Benchmarks;

/// <summary>Grows a store, to measure search, pages and memory at a size that would take hours to analyse.</summary>
internal static class GrownStore
{
    private const int _atOnce = 500;

    /// <summary>Writes a store that has each report of another so many times.</summary>
    public static void Write(string from, string to, int times)
    {
        using SqliteStore small = SqliteStore.Open(from, StoreAccess.Read);
        using SqliteStore large = SqliteStore.Open(to, StoreAccess.Create);
        using IStoreReader reader = small.Read();
        foreach (HeldReport[] part in reader.Reports(null, Page.All).Chunk(_atOnce))
        {
            (HeldReport Held, HeldReading Reading, PackedReading Packed, PackedOriginal Original)[] read =
            [
                .. part.Select(held =>
                {
                    HeldReading reading = reader.Reading(held.Id)!;
                    byte[] original = reader.Original(held.Original)!;
                    return (held, reading, PackedReading.Of(reading.Reading, reading.Problems, original), PackedOriginal.Of(original));
                }),
            ];
            for (int copy = 0; copy < times; copy++)
            {
                large.Write(writer =>
                {
                    foreach ((HeldReport held, HeldReading reading, PackedReading packed, PackedOriginal original) in read)
                    {
                        byte[] hash = Other(original.Sha256, copy);
                        string sha256 = Convert.ToHexStringLower(hash);
                        Report report = reading.Reading.Report with { Id = "r" + sha256[..10], Sha256 = sha256 };
                        writer.Keep(
                            new NewReport(reading.Reading with { Report = report }, reading.Problems, [], held.Added) { Packed = packed, PackedOriginal = original with { Sha256 = hash } },
                            new Placement(string.Create(CultureInfo.InvariantCulture, $"{held.Story}{copy:x2}"), null));
                    }
                    return 0;
                });
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part[^1].Arrival * times} reports"));
        }
    }

    /// <summary>Writes a packer's primer out of the analysis of a store with the most statements. The one that stores are packed with is never made anew.</summary>
    public static void WritePrimer(string from, string file)
    {
        HeldReading longest = Readings(from).MaxBy(r => r.Reading.Statements.Length)!;
        File.WriteAllBytes(file, Primer.Make(PackedReading.Plain(longest.Reading, longest.Problems)));
    }

    /// <summary>Writes what a packer knows of words out of the English reports of a store. The one that stores are packed with is never made anew.</summary>
    public static void WriteWords(string from, string file) =>
        File.WriteAllBytes(file, WordLore.Make([.. Readings(from).Where(r => r.Reading.Report.Language == "en").Select(r => r.Reading.Words)]));

    private static IReadOnlyList<HeldReading> Readings(string from)
    {
        using SqliteStore store = SqliteStore.Open(from, StoreAccess.Read);
        using IStoreReader reader = store.Read();
        return [.. reader.Reports(null, Page.All).Select(r => reader.Reading(r.Id)!)];
    }

    private static byte[] Other(byte[] sha256, int copy)
    {
        byte[] salted = [.. sha256, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(salted.AsSpan(sha256.Length), copy);
        return SHA256.HashData(salted);
    }
}
