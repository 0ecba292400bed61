using KorKazBot.Cli;
using KorKazBot.Composition;
using KorKazBot.Streams;

EarlyStart.For(args);
using var interruption = Interruption.Listen();
using var streams = StandardStreams.Open();
var commandLine = new CommandLine(streams);
return await Boundary.RunAsync(() => commandLine.RunAsync(args, interruption.Token), streams, interruption.Token);
