// Datelines stand apart from the first sentence of a story.
using Crossread.Language;

namespace Crossread.Tests.Language;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("PORT AVEN, June 4 (Wire) – The mayor opened the bridge.", 2)]
    [InlineData("SARN — The mayor opened the bridge.", 2)]
    [InlineData("Port Aven (Wire) - The mayor opened the bridge.", 2)]
    [InlineData("SARN – a town of nets and boats – lies on the coast.", 1)]
    [InlineData("The mayor – Teo Marun – opened the bridge.", 1)]
    public void A_dateline_is_a_sentence_of_its_own(string text, int sentences) =>
        Assert.Equal(sentences, LanguageReader.Read(text, []).Sentences.Length);
}
