namespace Web3Tel.Server.Voicemail;

/// <summary>All that sees to messages.</summary>
static class VoicemailSetup
{
    public static IServiceCollection AddVoicemail(this IServiceCollection services) => services
        .AddSingleton<IMessageRecipient, MessageByEmail>()
        .AddSingleton<MailedMessages>()
        .AddSingleton<MessageTelling>()
        .AddSingleton<MessageHandling>()
        .AddSingleton<MessageRetention>()
        .AddHostedService<VoicemailKeeper>()
        .AddHostedService<Lamps>();
}
