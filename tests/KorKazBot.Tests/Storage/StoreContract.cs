using KorKazBot.Storage;
using Microsoft.Extensions.Time.Testing;

namespace KorKazBot.Tests.Storage;

/// <summary>What every database must do. Each test has a database of its own.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private readonly DateTimeOffset _start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private StorageOptions? _options;

    /// <summary>Creates the test.</summary>
    protected StoreContract() => Time = new FakeTimeProvider(_start);

    /// <summary>The clock of what <see cref="OpenAsync"/> opens.</summary>
    protected FakeTimeProvider Time { get; }

    /// <summary>The test's database; null where the machine has none of the kind.</summary>
    protected StorageOptions Options => _options ?? throw new InvalidOperationException("There is no database of this kind here.");

    public async Task InitializeAsync() => _options = await CreateAsync();

    public abstract Task DisposeAsync();

    /// <summary>An empty database; null where the machine has none of the kind.</summary>
    protected abstract Task<StorageOptions?> CreateAsync();

    /// <summary>Opens the test's database, as a start of the program does; null where the machine has none of the kind: then return.</summary>
    protected async Task<Stores?> OpenAsync() => _options is null ? null : await Stores.OpenAsync(_options, Time, CancellationToken.None);

    [Fact]
    public async Task It_opens_again_what_it_has_made()
    {
        await using (var first = await OpenAsync())
        {
            if (first is null) return;
        }

        await using var second = await OpenAsync();
        Assert.NotNull(second);
    }
}
