package dev.forewarn.engine.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Reads a YAML file whose root is a mapping. Whatever the text is, the outcome is a section or faults, never an
 * exception, and the work is bounded.
 */
public final class Document {

    /** Largest file, in bytes of UTF-8. */
    public static final int LARGEST_BYTES = 1 << 20;

    /** Most aliases in a file. */
    public static final int MOST_ALIASES = 200;

    /** Deepest nesting, the root being 1. */
    public static final int DEEPEST = 32;

    /** Most values in a file, each alias counted as often as it would be written out. */
    public static final int MOST_NODES = 100_000;

    private Document() {}

    /**
     * Reads a file.
     *
     * @param name how faults name it
     */
    public static Section read(Path path, String name, Faults faults) {
        String text = text(path, name, faults);
        return text == null ? new Section(null, faults) : read(name, text, faults);
    }

    /** Reads the bytes of a file. */
    public static Section read(String name, byte[] utf8, Faults faults) {
        String text = Utf8.decode(name, utf8, faults);
        return text == null ? new Section(null, faults) : read(name, text, faults);
    }

    /** The text of a file; null if it is too large or not UTF-8, which is then a fault. */
    public static @Nullable String text(Path path, String name, Faults faults) {
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                faults.add(Place.startOf(name), tooLarge(Files.size(path)));
                return null;
            }
            return Utf8.decode(name, Files.readAllBytes(path), faults);
        } catch (IOException e) {
            faults.add(Place.startOf(name), "the file cannot be read: " + e);
            return null;
        }
    }

    /** Reads the text of a file. A file without any value is an empty section. */
    public static Section read(String name, String text, Faults faults) {
        long bytes = text.length() > LARGEST_BYTES ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST_BYTES) {
            return refuse(Place.startOf(name), tooLarge(bytes), faults);
        }
        Node root;
        try {
            root = parse(name, text, faults);
        } catch (Composer.Refusal e) {
            return refuse(e.place(), e.getMessage(), faults);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().isPresent() ? e.getProblemMark() : e.getContextMark();
            return refuse(placeOf(name, mark), YamlProblem.of(e), faults);
        } catch (ReaderException e) {
            int index = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            return refuse(
                    new Source(name, text).placeOfIndex(index),
                    String.format("not YAML: the character U+%04X is not allowed", e.getCodePoint()),
                    faults);
        } catch (RuntimeException e) {
            // The parser lets exceptions of the JDK through, such as a NumberFormatException at a broken escape.
            return refuse(Place.startOf(name), "not YAML: " + e.getMessage(), faults);
        }
        if (root == null) {
            return new Section(new Node.Mapping(Place.startOf(name), List.of(), 1), faults);
        }
        return new Value("file", "a file", root, root.place(), faults).section();
    }

    private static @Nullable Node parse(String name, String text, Faults faults) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LARGEST_BYTES)
                .setParseComments(false)
                .build();
        return new Composer(
                        new Source(name, text),
                        new Parse(settings).parseString(text).iterator(),
                        faults)
                .compose();
    }

    static Place placeOf(String name, Optional<Mark> mark) {
        return mark.map(found -> new Place(name, found.getLine() + 1, found.getColumn() + 1))
                .orElse(Place.startOf(name));
    }

    private static String tooLarge(long bytes) {
        return "a file has at most " + LARGEST_BYTES + " bytes; got " + bytes;
    }

    private static Section refuse(Place place, @Nullable String reason, Faults faults) {
        faults.add(place, reason == null ? "not YAML" : reason);
        return new Section(null, faults);
    }
}
