using KorKazBot.Benchmarks;

return args switch
{
    ["question", .. var rest] => QuestionBenchmark.Run(rest is [var path] ? path : "corpus"),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/KorKazBot.Benchmarks -- question [CORPUS]");
    return 2;
}
