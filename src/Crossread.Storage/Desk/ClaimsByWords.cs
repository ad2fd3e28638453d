// Which claim of another build of the story rests on the same words.
using Crossread.Stories;

namespace Crossread.Storage.Desk;

/// <summary>The claims of one build of a story by the words that their accounts rest on: ids may change from build to build, words do not.</summary>
internal sealed class ClaimsByWords
{
    private readonly Dictionary<Text.Evidence, Claim> _claims = [];

    /// <summary>Takes the claims of a build; of two with one account the first counts.</summary>
    public ClaimsByWords(Story story)
    {
        foreach (Claim claim in story.Claims)
        {
            foreach (Account account in claim.Accounts)
                _claims.TryAdd(account.Evidence, claim);
        }
    }

    /// <summary>The claim of this build that shares an account with a claim of another build, or null.</summary>
    public Claim? Of(Claim claim) => claim.Accounts.Select(a => _claims.GetValueOrDefault(a.Evidence)).FirstOrDefault(c => c is not null);
}
