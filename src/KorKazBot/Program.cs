using KorKazBot.Cli;
using KorKazBot.Streams;

using var interruption = Interruption.Listen();
using var streams = StandardStreams.Open();
var commandLine = new CommandLine(streams);
return await Boundary.RunAsync(() => commandLine.RunAsync(args, interruption.Token), streams, interruption.Token);
