using Web3Tel.Speech;

namespace Web3Tel.Server.Mail;

/// <summary>The e-mail that shows whether the settings are right.</summary>
static class TestEmail
{
    public static Email To(string address, Language language) => new()
    {
        Key = $"test-{Guid.NewGuid()}",
        To = [address],
        Subject = language switch
        {
            Language.English => "Test from the call center",
            Language.Russian => "Проверка почты колл-центра",
        },
        Text = language switch
        {
            Language.English => "The call center's e-mail settings are right.\n",
            Language.Russian => "Настройки почты колл-центра верны.\n",
        },
    };
}
