// The keys by which a word is found in an index.
namespace Crossread.Stories.Comparing;

/// <summary>The keys of a word: those that are not 0, in the order stem, sounds, entity.</summary>
/// <param name="Stem">Key of its stem.</param>
/// <param name="Sound">Key of its sounds, or 0.</param>
/// <param name="Entity">Key of its entity, or 0.</param>
public readonly record struct TermKeys(ulong Stem, ulong Sound, ulong Entity)
{
    /// <summary>The keys one by one.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the keys.</summary>
    /// <param name="keys">The keys.</param>
    public struct Enumerator(TermKeys keys)
    {
        private int _at = -1;

        /// <summary>The key.</summary>
        public readonly ulong Current => _at switch { 0 => keys.Stem, 1 => keys.Sound, _ => keys.Entity };

        /// <summary>Goes to the next key that is not 0.</summary>
        public bool MoveNext()
        {
            while (++_at < 3)
            {
                if (Current != 0)
                    return true;
            }
            return false;
        }
    }
}
