// Which language is it?
using Crossread.Cleaning;

namespace Crossread.Tests.Cleaning;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The minister said that the ships were in the harbour and that they would stay there.")]
    [InlineData("de", "Der Minister sagte, dass die Schiffe im Hafen sind und dort nicht mehr lange bleiben werden.")]
    [InlineData("fr", "Le ministre a dit que les navires sont dans le port et qu'ils ne vont pas partir avec des passagers.")]
    [InlineData("es", "El ministro dijo que los barcos están en el puerto y que no van a salir por la noche con pasajeros.")]
    [InlineData("it", "Il ministro ha detto che le navi sono nel porto e che non sono più in attesa della partenza.")]
    [InlineData("pt", "O ministro disse que os navios estão no porto e que não vão sair até amanhã, com uma exceção.")]
    [InlineData("nl", "De minister zei dat de schepen in de haven zijn en dat ze daar niet meer weg kunnen van het land.")]
    [InlineData("sv", "Ministern sade att skeppen är i hamnen och att de inte kan gå ut efter det som har hänt.")]
    [InlineData("pl", "Minister powiedział, że statki są w porcie i że nie będą mogły wyjść, bo jest to tylko próba.")]
    [InlineData("ru", "Министр сказал, что корабли стоят в порту и что они не выйдут в море, но это не так.")]
    [InlineData("uk", "Міністр сказав, що кораблі стоять у порту і що вони не вийдуть у море, але це не так, як було.")]
    [InlineData("tr", "Bakan, gemilerin limanda olduğunu ve bu gemiler için daha çok zaman gerektiğini söyledi, ama bir sonuç yok.")]
    [InlineData("el", "Ο υπουργός είπε ότι τα πλοία είναι στο λιμάνι.")]
    [InlineData("ar", "قال الوزير إن السفن في الميناء وإن هذا من أجل ما كان على المدينة بعد ذلك")]
    [InlineData("ja", "大臣は船が港にあると述べた。")]
    [InlineData("zh", "部长说船在港口里。")]
    [InlineData("und", "4711 0815")]
    public void A_sentence_names_its_language(string code, string text) => Assert.Equal(code, LanguageIdentifier.Identify(text));
}
