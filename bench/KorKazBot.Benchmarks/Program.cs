using KorKazBot.Benchmarks;

return args switch
{
    ["question", .. var rest] => QuestionBenchmark.Run(rest is [var path] ? path : "corpus"),
    ["growth"] => GrowthBenchmark.Run([1_000, 10_000, 20_000, 100_000, 200_000, 1_000_000]),
    ["growth", .. var sizes] => GrowthBenchmark.Run([.. sizes.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/KorKazBot.Benchmarks -- question [CORPUS] | growth [SIZE…]");
    return 2;
}
