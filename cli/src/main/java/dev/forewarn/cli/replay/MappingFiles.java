package dev.forewarn.cli.replay;

import dev.forewarn.cli.mapping.Mapping;
import dev.forewarn.cli.mapping.MappingReader;
import dev.forewarn.cli.mapping.Salt;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Stack;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The mappings that a user names: files, or folders of them. */
public final class MappingFiles {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private MappingFiles() {}

    /**
     * Reads and checks all of them.
     *
     * @throws Refusal with every fault of every file
     */
    public static List<Mapping> read(List<Path> paths, @Nullable Salt salt) throws IOException {
        Faults faults = new Faults();
        MappingReader reader = new MappingReader(salt, faults);
        List<Mapping> mappings = new ArrayList<>();
        for (Path file : files(paths)) {
            Mapping mapping = reader.read(file);
            if (mapping != null) {
                mappings.add(mapping);
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults.sorted().stream().map(Fault::toString).toList());
        }
        return mappings;
    }

    private static Set<Path> files(List<Path> paths) throws IOException {
        Set<Path> files = new TreeSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> isMapping(file.toString())).forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        if (files.isEmpty()) {
            throw new Refusal("a mapping is a file that ends in .yaml; there is none in " + paths);
        }
        return files;
    }

    /** The one zone of some mappings, in which days begin; that of the shipped catalogue if there are none. */
    static ZoneId zone(List<Mapping> mappings) {
        Set<ZoneId> zones = mappings.stream().map(Mapping::zone).collect(Collectors.toSet());
        if (zones.size() > 1) {
            throw new Refusal("days begin in one zone; the mappings name " + zones + "; choose with --zone");
        }
        return zones.isEmpty() ? DEFAULT_ZONE : zones.iterator().next();
    }

    private static boolean isMapping(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Takes the words behind {@code --mapping} up to the first that is not a mapping, so that files may follow. */
    static final class Words implements CommandLine.IParameterConsumer {

        @Override
        public void consumeParameters(
                Stack<String> words, CommandLine.Model.ArgSpec option, CommandLine.Model.CommandSpec command) {
            List<Path> paths = new ArrayList<>();
            List<Path> before = option.getValue();
            if (before != null) {
                paths.addAll(before);
            }
            if (words.isEmpty()) {
                throw new CommandLine.MissingParameterException(
                        command.commandLine(), option, "--mapping needs a file or a folder of mappings");
            }
            paths.add(Path.of(words.pop()));
            while (!words.isEmpty() && isMapping(words.peek())) {
                paths.add(Path.of(words.pop()));
            }
            option.setValue(paths);
        }
    }
}
