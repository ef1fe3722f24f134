package dev.forewarn.cli.command;

import dev.forewarn.cli.history.CatalogueArchive;
import dev.forewarn.cli.history.EventLog;
import dev.forewarn.cli.option.InstallationOptions;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.engine.config.EngineOptions;
import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.wire.SilentSources;
import dev.forewarn.engine.wire.SourceEncoding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command needs that looks into the log of an installation and its catalogues. */
public final class HistoryOptions {

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(
            names = "--lead",
            paramLabel = "DURATION",
            description =
                    "How long after its publication a catalogue takes effect, if the job was told another time than "
                            + "usual (forewarn.catalogue.lead).")
    private @Nullable String lead;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description =
                    "The catalogue that the job was submitted with, if it was never published; 'up' publishes it.")
    private @Nullable Path seed;

    InstallationOptions installation() {
        return installation;
    }

    Topics topics() {
        return new Topics(installation.topicPrefix());
    }

    EventLog log() {
        return new EventLog(installation.bootstrapServers(), topics().events());
    }

    Duration lead() {
        try {
            return lead == null ? EngineOptions.CATALOGUE_LEAD.defaultValue() : TimeUtils.parseDuration(lead);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--lead takes a duration like 30s; got '" + lead + "'");
        }
    }

    CatalogueArchive archive() {
        return CatalogueArchive.read(installation.bootstrapServers(), topics(), lead().toMillis());
    }

    /** As the job lives through the log: nothing is published before its fence, if it has one. */
    CatalogueTimeline published() {
        return new CatalogueTimeline(
                timeline().entries(),
                installation.publishFrom().map(Instant::toEpochMilli).orElse(CatalogueTimeline.PUBLISH_ALL));
    }

    /** The sources that are silent now. */
    SilentSources silentSources() {
        SilentSources silent = new SilentSources();
        try (TopicReader reader = new TopicReader(installation.bootstrapServers(), topics().catalogue())) {
            reader.readAll(record -> {
                if (record.key() != null && SourceEncoding.isKey(record.key())) {
                    silent.take(record.value(), record.offset());
                }
            });
        }
        return silent;
    }

    CatalogueTimeline timeline() {
        Catalogue submitted = seed == null ? null : Catalogues.read(seed).catalogue();
        return archive().timeline(submitted);
    }
}
