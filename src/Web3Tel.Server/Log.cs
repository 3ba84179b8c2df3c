namespace Web3Tel.Server;

/// <summary>What the service says to its log. Event ids are unique and stay.</summary>
static partial class Log
{
    [LoggerMessage(1, LogLevel.Critical, "Nothing reaches the journal ({Waiting} entries wait in memory, calls go on). Free or mend the disk; it is tried again by itself.")]
    public static partial void JournalStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(2, LogLevel.Critical, "The journal file {Path} is damaged. It was put aside as {Aside}; what can be read of it is taken over.")]
    public static partial void JournalDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(3, LogLevel.Error, "{Path} could not be read to its end: {Why}")]
    public static partial void SalvageEnded(ILogger logger, string path, string why);

    [LoggerMessage(4, LogLevel.Warning, "{Path} holds the entries {First} to {Last} again.")]
    public static partial void Salvaged(ILogger logger, string path, long first, long last);

    [LoggerMessage(5, LogLevel.Critical, "The history file {Path} is damaged. It was put aside as {Aside} and is made again from the journal.")]
    public static partial void HistoryDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(6, LogLevel.Error, "Nothing reaches the history ({Waiting} calls wait in memory). It is tried again by itself.")]
    public static partial void HistoryStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(7, LogLevel.Error, "The state file {Path} is damaged. It was put aside as {Aside}; the journal is replayed from its beginning.")]
    public static partial void StateDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(8, LogLevel.Error, "The state file could not be written; the next start takes longer. It is tried again by itself.")]
    public static partial void StateNotWritten(ILogger logger, Exception why);

    [LoggerMessage(9, LogLevel.Warning, "The history is whole up to entry {Through} of {Number} only: it is made again from the journal.")]
    public static partial void HistoryIncomplete(ILogger logger, long through, long number);

    [LoggerMessage(10, LogLevel.Error, "Entries {First} to {Last} of the journal are missing.")]
    public static partial void JournalGap(ILogger logger, long first, long last);

    [LoggerMessage(11, LogLevel.Error, "The journal ends at entry {Last}, the state file knows {Number}: the journal goes on after that.")]
    public static partial void JournalEndsEarly(ILogger logger, long last, long number);

    [LoggerMessage(12, LogLevel.Information, "The call center is as it was after entry {Number} ({Replayed} replayed), with {Callers} callers.")]
    public static partial void Restored(ILogger logger, long number, long replayed, int callers);

    [LoggerMessage(13, LogLevel.Error, "The history cannot be read at the moment.")]
    public static partial void HistoryUnreadable(ILogger logger, Exception why);

    [LoggerMessage(14, LogLevel.Critical, "The service has stopped with a disk that takes nothing: what happened since entry {Last} is lost.")]
    public static partial void StoppedWithoutDisk(ILogger logger, long last, Exception why);

    [LoggerMessage(15, LogLevel.Error, "An open page is no longer kept up to date.")]
    public static partial void PageFailed(ILogger logger, Exception why);

    [LoggerMessage(20, LogLevel.Information, "Call {Call} from {Number} \"{Name}\" to {Dialled}, queue {Queue}: {Result}, operator {Agent}, waited {Waited} s, talked {Talked} s, ended by {HungUpBy} ({Cause})")]
    public static partial void CallEnded(
        ILogger logger, string call, string number, string name, string dialled, string queue, string result, string agent, string waited, string talked, string hungUpBy, string cause);

    [LoggerMessage(21, LogLevel.Debug, "Call {Call}: {Step} (entry {Number})")]
    public static partial void CallStep(ILogger logger, string call, string step, long number);

    [LoggerMessage(22, LogLevel.Error, "Something that should not happen; the call center goes on.")]
    public static partial void Fault(ILogger logger, Exception fault);

    [LoggerMessage(32, LogLevel.Warning, "No FreeSWITCH is set (Web3Tel:FreeSwitch:Host): a simulated one runs inside the service. All calls are invented.")]
    public static partial void Simulated(ILogger logger);

    [LoggerMessage(33, LogLevel.Debug, "Simulator: {Note}")]
    public static partial void SimulatorNote(ILogger logger, string note);

    [LoggerMessage(23, LogLevel.Warning, "Telephone {Phone} did not get into the phone menu as {Operator}: wrong PIN (locked: {IsLocked})")]
    public static partial void PinRefused(ILogger logger, string phone, string @operator, bool isLocked);

    [LoggerMessage(40, LogLevel.Warning, "There is no program \"{Program}\" to speak with (Web3Tel:Speech:Program): callers are not told their place or wait, and operators hear tones in the phone menu. Install it, or name another one.")]
    public static partial void NoVoice(ILogger logger, string program);

    [LoggerMessage(42, LogLevel.Information, "FreeSWITCH speaks, by mod_tts_commandline (Web3Tel:Speech:Through is {Through}). Whether it can, web3tel doctor tells.")]
    public static partial void SwitchSpeaks(ILogger logger, Settings.SpeechThrough through);

    [LoggerMessage(43, LogLevel.Warning, "Nothing is spoken: there is no {Program} here, and FreeSWITCH has no {Module} loaded. Install the one or load the other; FreeSWITCH is asked again each minute.")]
    public static partial void NoModule(ILogger logger, string program, string module);

    [LoggerMessage(50, LogLevel.Critical, "The index of recordings {Path} is damaged. It was put aside as {Aside} and is made again from the history.")]
    public static partial void RecordingsDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(51, LogLevel.Error, "Nothing reaches the index of recordings ({Waiting} changes wait in memory). It is tried again by itself.")]
    public static partial void RecordingsStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(52, LogLevel.Warning, "The index of recordings is not whole: it is filled from the history. Until then a search may lack some.")]
    public static partial void RecordingsFilling(ILogger logger);

    [LoggerMessage(53, LogLevel.Warning, "The index of recordings is whole again: the history has {Count}.")]
    public static partial void RecordingsFilled(ILogger logger, int count);

    [LoggerMessage(54, LogLevel.Warning, "The recording {Id} has no file {Path}.")]
    public static partial void RecordingMissing(ILogger logger, string id, string path);

    [LoggerMessage(55, LogLevel.Error, "The file {Path} of the recording {Id} cannot be read: {Why}")]
    public static partial void RecordingUnreadable(ILogger logger, string id, string path, string why);

    [LoggerMessage(56, LogLevel.Information, "{Count} recordings of queue {Queue} were deleted, as KeepRecordings says to keep them for {Days} days.")]
    public static partial void RecordingsDeleted(ILogger logger, int count, string queue, int days);

    [LoggerMessage(57, LogLevel.Warning, "KeepRecordings names the queue {Queue}, which is none of the settings' queues. Recordings it has left are deleted all the same.")]
    public static partial void RetentionOfNoQueue(ILogger logger, string queue);

    [LoggerMessage(58, LogLevel.Error, "Recordings could not be seen to. It is tried again by itself.")]
    public static partial void RecordingsNotKept(ILogger logger, Exception why);

    [LoggerMessage(59, LogLevel.Information, "{Recordings} recordings and {Files} files agree ({Repaired} repaired).")]
    public static partial void RecordingsAgree(ILogger logger, int recordings, int files, int repaired);

    [LoggerMessage(60, LogLevel.Warning, "{Recordings} recordings and {Files} files do not agree: {Repaired} were repaired; {Orphans} files belong to no call of the history, {Missing} recordings have no file, {Changed} files have changed. POST /api/recordings/compare names them.")]
    public static partial void RecordingsDiffer(ILogger logger, int recordings, int files, int repaired, int orphans, int missing, int changed);

    [LoggerMessage(61, LogLevel.Warning, "Recordings and files were not compared: {Why}")]
    public static partial void RecordingsNotCompared(ILogger logger, string why);

    [LoggerMessage(41, LogLevel.Warning, "\"{Text}\" could not be spoken: {Why}")]
    public static partial void NotSpoken(ILogger logger, string text, string why);

    [LoggerMessage(80, LogLevel.Critical, "Nothing reaches the voicemail index ({Waiting} changes wait in memory; messages are recorded all the same). It is tried again by itself.")]
    public static partial void MessagesStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(81, LogLevel.Critical, "The voicemail index {Path} is damaged. It was put aside as {Aside}; messages of the last weeks are found again by their files, all of them unread.")]
    public static partial void MessagesDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(82, LogLevel.Error, "Message {Message} cannot be read at the moment.")]
    public static partial void MessageUnreadable(ILogger logger, string message, Exception why);

    [LoggerMessage(83, LogLevel.Critical, "Callers cannot leave messages: no folder can be made in {Recordings} (Web3Tel:Recordings).")]
    public static partial void NoRoomForMessages(ILogger logger, string recordings, Exception why);

    [LoggerMessage(84, LogLevel.Error, "Messages that nobody wrote down could not be looked for.")]
    public static partial void StraysNotFound(ILogger logger, Exception why);

    [LoggerMessage(85, LogLevel.Error, "Message {Message} could not be seen to; it is tried again by itself.")]
    public static partial void MessageNotSeenTo(ILogger logger, string message, Exception why);

    [LoggerMessage(86, LogLevel.Warning, "The end of message {Message} for {Mailbox} was not seen; its file is {Seconds} s long.")]
    public static partial void MessageFound(ILogger logger, string message, string mailbox, double seconds);

    [LoggerMessage(87, LogLevel.Warning, "The phone of operator {Agent} could not be told of messages: {Why}")]
    public static partial void LampNotShown(ILogger logger, string agent, string why);

    [LoggerMessage(119, LogLevel.Warning, "{Call} in step {Step}: {Trouble}")]
    public static partial void StepTrouble(ILogger logger, string call, string step, string trouble);

    [LoggerMessage(120, LogLevel.Warning, "Version {Version} of the scenario {Name} cannot be read: calls that began with it go on with the valid one.")]
    public static partial void ScenarioNotRead(ILogger logger, string name, int version);

    [LoggerMessage(121, LogLevel.Warning, "The file of the scenario {Name} says otherwise than version {Version}, which {By} published, and is not used. Publish it, or start with Web3Tel:SettingsWin=true.")]
    public static partial void ScenarioFileDiffers(ILogger logger, string name, int version, string by);

    [LoggerMessage(122, LogLevel.Information, "Scenario {Name}: version {Version} was published by {By}: {Comment}")]
    public static partial void ScenarioPublished(ILogger logger, string name, int version, string by, string comment);

    [LoggerMessage(123, LogLevel.Information, "Scenario {Name} was taken out by {By}: {Comment}")]
    public static partial void ScenarioTakenOut(ILogger logger, string name, string by, string comment);

    [LoggerMessage(70, LogLevel.Information, "No mail server is set (Web3Tel:Mail:Host): no e-mails are sent, and none are kept to be sent later.")]
    public static partial void MailOff(ILogger logger);

    [LoggerMessage(71, LogLevel.Critical, "The outbox {Path} is damaged. It was put aside as {Aside}; what can be read of it is taken over.")]
    public static partial void OutboxDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(72, LogLevel.Warning, "{Path} holds {Mails} e-mails again, {Waiting} of them still to be sent.")]
    public static partial void OutboxSalvaged(ILogger logger, string path, int mails, int waiting);

    [LoggerMessage(73, LogLevel.Error, "Nothing reaches the outbox ({Waiting} changes wait in memory), so no e-mail is sent. Free or mend the disk; it is tried again by itself.")]
    public static partial void OutboxStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(74, LogLevel.Information, "E-mail {Id} ({Key}) to {Recipients} was accepted by {Server}, attempt {Attempts}.")]
    public static partial void MailSent(ILogger logger, long id, string key, string recipients, string server, int attempts);

    [LoggerMessage(75, LogLevel.Warning, "E-mail {Id} ({Key}) was not sent, attempt {Attempts}: {Why} The next one is at {NextTry:u}.")]
    public static partial void MailPutOff(ILogger logger, long id, string key, int attempts, string? why, DateTimeOffset? nextTry);

    [LoggerMessage(76, LogLevel.Error, "E-mail {Id} ({Key}) failed after {Attempts} attempts: {Why}")]
    public static partial void MailFailed(ILogger logger, long id, string key, int attempts, string? why);

    [LoggerMessage(77, LogLevel.Warning, "E-mail {Id} ({Key}): whether the server accepted it is not known. It is sent again, and whoever gets it twice can tell by its Message-Id <{MessageId}>.")]
    public static partial void MailInDoubt(ILogger logger, long id, string key, string messageId);

    [LoggerMessage(78, LogLevel.Error, "The outbox was closed with a disk that takes nothing: what happened to e-mails just before may be forgotten.")]
    public static partial void OutboxClosedWithoutDisk(ILogger logger, Exception why);

    [LoggerMessage(110, LogLevel.Critical, "The versions of the configuration in {Path} are damaged. They were put aside as {Aside}; {Count} could be read of it and are taken over. Where the last ones are missing, an earlier one is valid, or what the settings say: GET /api/configuration shows which.")]
    public static partial void VersionsDamaged(ILogger logger, string path, string aside, int count, Exception why);

    [LoggerMessage(111, LogLevel.Information, "The configuration of the settings is version {Version}: {Comment}")]
    public static partial void SettingsPublished(ILogger logger, int version, string comment);

    [LoggerMessage(117, LogLevel.Warning, "{Source} could not be read for callers: {Why}")]
    public static partial void InformationNotRead(ILogger logger, string source, string why);

    [LoggerMessage(112, LogLevel.Warning, "The settings differ from version {Version} of the configuration, which {By} published at {At:u} and which is valid; what the settings say otherwise is not used. GET /api/configuration/settings tells what, POST /api/configuration/settings publishes it, Web3Tel:SettingsWin=true does so at each start.")]
    public static partial void SettingsDiffer(ILogger logger, int version, string by, DateTimeOffset at);

    [LoggerMessage(113, LogLevel.Information, "Version {Version} of the configuration is valid, published by {By}: {Comment}")]
    public static partial void ConfigurationPublished(ILogger logger, int version, string by, string comment);

    [LoggerMessage(115, LogLevel.Warning, "The versions of the configuration were closed with a disk that takes nothing. All of them are there: versions.db and versions-log.db belong together.")]
    public static partial void VersionsClosedWithoutDisk(ILogger logger, Exception why);

    [LoggerMessage(116, LogLevel.Error, "The versions of the configuration end at {Version}, which is valid now; the call center has decided by version {Known} before. versions.db is older than the journal: was it restored from a copy?")]
    public static partial void VersionsEndEarly(ILogger logger, int version, int known);

    [LoggerMessage(114, LogLevel.Error, "A configuration of {By} could not be written; nothing has changed.")]
    public static partial void ConfigurationNotKept(ILogger logger, string by, Exception why);

    [LoggerMessage(90, LogLevel.Information, "The facts of reports are counted from the beginning of the journal, {Entries} entries; reports are not complete until that is done.")]
    public static partial void ReportsBegun(ILogger logger, long entries);

    [LoggerMessage(91, LogLevel.Warning, "The journal is missing behind entry {From}: reports are counted on from the state after entry {To}, and are not complete before.")]
    public static partial void ReportsGap(ILogger logger, long from, long to);

    [LoggerMessage(92, LogLevel.Error, "The facts of reports {Path} are damaged. The file was put aside as {Aside}; they are counted again from the journal.")]
    public static partial void ReportsDamaged(ILogger logger, string path, string aside, Exception why);

    [LoggerMessage(93, LogLevel.Error, "Nothing reaches the facts of reports ({Waiting} changes wait in memory). Free or mend the disk; it is tried again by itself.")]
    public static partial void ReportsStuck(ILogger logger, int waiting, Exception why);

    [LoggerMessage(95, LogLevel.Error, "The report of {Day} is not in the outbox yet. It is tried again in a minute.")]
    public static partial void MorningReportNotSent(ILogger logger, DateOnly day, Exception why);

    [LoggerMessage(94, LogLevel.Error, "The journal could not be counted for reports; it is tried again in a minute.")]
    public static partial void ReportsNotCounted(ILogger logger, Exception why);

    [LoggerMessage(126, LogLevel.Warning, "Messages and e-mails cannot be counted for those who read events.")]
    public static partial void EventsUncounted(ILogger logger, Exception why);

    [LoggerMessage(127, LogLevel.Error, "Events ended for those who read them.")]
    public static partial void EventsEnded(ILogger logger, Exception why);

    [LoggerMessage(128, LogLevel.Warning, "{Sound} is not played as it should be: {Why}.")]
    public static partial void SoundMissing(ILogger logger, string sound, string why);

    [LoggerMessage(129, LogLevel.Error, "{File} cannot be read: there is no prompt of that name until it is uploaded again.")]
    public static partial void PromptUnreadable(ILogger logger, string file, Exception why);

    [LoggerMessage(124, LogLevel.Information, "The prompt {Name} was changed by {By}.")]
    public static partial void PromptChanged(ILogger logger, string name, string by);

    [LoggerMessage(130, LogLevel.Critical, "The accounts {Path} are damaged. They were put aside as {Aside}; {Count} could be read of them and are taken over. Where no administrator is left, the link for the first one is printed again.")]
    public static partial void AccountsDamaged(ILogger logger, string path, string aside, int count, Exception why);

    [LoggerMessage(131, LogLevel.Error, "A change of accounts by {By} could not be written; nothing has changed.")]
    public static partial void AccountNotKept(ILogger logger, string by, Exception why);

    [LoggerMessage(132, LogLevel.Warning, "The accounts were closed with a disk that takes nothing. All of them are there: accounts.db and accounts-log.db belong together.")]
    public static partial void AccountsClosedWithoutDisk(ILogger logger, Exception why);

    [LoggerMessage(133, LogLevel.Warning, "Nobody was let in as \"{Name}\" from {Address} (locked: {IsLocked}).")]
    public static partial void SignInRefused(ILogger logger, string name, string address, bool isLocked);

    [LoggerMessage(134, LogLevel.Warning, "The panel is served to other machines without HTTPS: passwords can be read on the way. Serve it to them by HTTPS alone (Web3Tel:Https, and Web3Tel:Http:Listen 127.0.0.1:8080), or put a proxy with a certificate in front of it.")]
    public static partial void PasswordsReadable(ILogger logger);

    [LoggerMessage(135, LogLevel.Information, "Pages are served with the certificate {Path}, valid until {Until:u}.")]
    public static partial void CertificateRead(ILogger logger, string path, DateTime until);

    [LoggerMessage(136, LogLevel.Error, "The certificate {Path} was written anew and cannot be read: pages are served with the one of before, valid until {Until:u}. {Why}")]
    public static partial void CertificateNotRead(ILogger logger, string path, DateTime until, string why);

    [LoggerMessage(150, LogLevel.Information, "The telephone of operator {Agent} in the browser has come.")]
    public static partial void TelephoneCame(ILogger logger, string agent);

    [LoggerMessage(151, LogLevel.Information, "The telephone of operator {Agent} in the browser has gone ({Why}).")]
    public static partial void TelephoneWent(ILogger logger, string agent, Verto.EndReason? why);

    [LoggerMessage(152, LogLevel.Warning, "The telephone of operator {Agent} in the browser is not to be had: {Why}.")]
    public static partial void TelephoneCutOff(ILogger logger, string agent, Verto.EndReason? why, Exception? cause);

    [LoggerMessage(153, LogLevel.Warning, "The telephone of operator {Agent} in the browser was refused: {Why}")]
    public static partial void TelephoneRefused(ILogger logger, string agent, string why);

    [LoggerMessage(125, LogLevel.Information, "The prompt {Name} was deleted by {By}.")]
    public static partial void PromptDeleted(ILogger logger, string name, string by);

    [LoggerMessage(201, LogLevel.Information, "{Count} messages of {Mailbox} from before {Before} were deleted, since they are not kept longer.")]
    public static partial void MessagesDeleted(ILogger logger, int count, string mailbox, DateTimeOffset before);

    [LoggerMessage(202, LogLevel.Error, "Old messages were not deleted. It is tried again by itself.")]
    public static partial void MessagesNotDeleted(ILogger logger, Exception why);

    [LoggerMessage(203, LogLevel.Warning, "Found and put right: {What}, {More} at once, {Total} so far.")]
    public static partial void Repaired(ILogger logger, Distribution.Repair what, long more, long total);

    [LoggerMessage(204, LogLevel.Error, "Prompts of a set-up that was brought in are valid, and cannot be written to their own files. It is tried again before the next change of a prompt, and at the next start.")]
    public static partial void PromptsUnsettled(ILogger logger, Exception why);

    [LoggerMessage(240, LogLevel.Critical, "The reviews of recordings {Path} are damaged. They were put aside as {Aside}; {Count} could be read and were taken over.")]
    public static partial void ReviewsDamaged(ILogger logger, string path, string aside, int count, Exception why);

    [LoggerMessage(241, LogLevel.Error, "What {By} has said of the recording {Recording} could not be written; nothing has changed.")]
    public static partial void ReviewNotKept(ILogger logger, string recording, string by, Exception why);
}
