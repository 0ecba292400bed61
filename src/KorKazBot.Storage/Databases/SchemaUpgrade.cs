using DbUp.Builder;
using DbUp.Engine;

namespace KorKazBot.Storage.Databases;

/// <summary>Brings a database to the newest schema: numbered scripts, each in one transaction and once only.</summary>
internal static class SchemaUpgrade
{
    /// <summary>Where a database notes which scripts it has had.</summary>
    public const string Journal = "schema_version";

    /// <summary>Runs the scripts that are missing.</summary>
    /// <param name="target">DbUp's builder over the database.</param>
    /// <param name="provider">Whose scripts.</param>
    /// <param name="place">The database, as people are told it.</param>
    /// <exception cref="StorageProblemException">The database has had scripts that this program doesn't know, or one of ours fails.</exception>
    public static void Run(UpgradeEngineBuilder target, StorageProvider provider, string place)
    {
        var engine = RefuseNewer(target, provider, place);
        var result = engine.PerformUpgrade();
        if (result.Successful) return;
        throw new StorageProblemException(
            $"{place} could not be brought to the newest schema: script {result.ErrorScript?.Name} failed: {result.Error.Message}. " +
            "The script was rolled back. Mend what it names, then start again.",
            result.Error);
    }

    /// <summary>Makes sure that this program knows the schema, and changes nothing.</summary>
    /// <returns>What runs the scripts that are missing.</returns>
    /// <exception cref="StorageProblemException">The database has had scripts that this program doesn't know.</exception>
    public static UpgradeEngine RefuseNewer(UpgradeEngineBuilder target, StorageProvider provider, string place)
    {
        var engine = target
            .WithScripts(Statements.Under($"Schema/{provider}/").Select(script => new SqlScript(script.Name, script.Text)))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
        if (engine.GetExecutedButNotDiscoveredScripts() is not { Count: > 0 } unknown) return engine;
        throw new StorageProblemException(
            $"{place} was written by a newer version of this program (it has {string.Join(", ", unknown)}). Nothing was changed. " +
            "Start the newer version, or restore a backup from before the upgrade.");
    }
}
