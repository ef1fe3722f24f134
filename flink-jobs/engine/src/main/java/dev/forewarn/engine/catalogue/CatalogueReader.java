package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Place;
import dev.forewarn.engine.document.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads catalogues. Whatever is given, the outcome is a bundle or all of its faults, never an exception. */
public final class CatalogueReader {

    private static final Place WHOLE = Place.startOf("catalogue");

    private CatalogueReader() {}

    /** What came of reading. */
    public sealed interface Result {}

    /**
     * The catalogue is sound.
     *
     * @param remarks what is no fault but ought to be known
     */
    public record Read(CatalogueBundle bundle, List<String> remarks) implements Result {
        public Read {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It is not.
     *
     * @param faults all of them, at least one, by file and line
     */
    public record Faulty(List<Fault> faults) implements Result {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Reads all {@code .yaml} and {@code .yml} files of a folder, not of folders in it. */
    public static Result read(Path folder) {
        Faults faults = new Faults();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if ((name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file)) {
                    String text = Document.text(file, name, faults);
                    files.put(name, text == null ? "" : text);
                }
            }
        } catch (IOException e) {
            faults.add(WHOLE, unreadable(folder, e));
        }
        return read(BundleFiles.of(files), faults);
    }

    /**
     * Reads files that are given as texts.
     *
     * @param files texts by file name
     */
    public static Result read(Map<String, String> files) {
        return read(BundleFiles.of(files), new Faults());
    }

    /** Reads the text of a bundle. */
    public static Result read(String bundleText) {
        Faults faults = new Faults();
        BundleFiles files = BundleFiles.parse(bundleText, faults);
        return files == null ? new Faulty(faults.sorted()) : read(files, faults);
    }

    private static Result read(BundleFiles files, Faults faults) {
        int bytes = files.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BundleFiles.LARGEST_BYTES) {
            faults.add(
                    WHOLE,
                    "a catalogue has at most " + BundleFiles.LARGEST_BYTES + " bytes in all its files; got " + bytes);
            return new Faulty(faults.sorted());
        }
        CatalogueDraft draft = new CatalogueDraft(faults);
        List<Section> sections = new ArrayList<>();
        files.files().forEach((name, text) -> sections.add(Document.read(name, text, faults)));
        fill(draft, sections);
        if (draft.isEmpty() && faults.isEmpty()) {
            faults.add(
                    WHOLE,
                    "a catalogue has at least one scheme or rule; found "
                            + (files.files().isEmpty()
                                    ? "no .yaml file"
                                    : "none in "
                                            + String.join(", ", files.files().keySet())));
        }
        if (!faults.isEmpty()) {
            return new Faulty(faults.sorted());
        }
        Catalogue catalogue = draft.catalogue(files.version());
        return new Read(new CatalogueBundle(files.text(), catalogue), draft.remarks());
    }

    /** Reads part by part over all files, since each part names things of the parts before it. */
    private static void fill(CatalogueDraft draft, List<Section> sections) {
        SettingsReader settings = new SettingsReader(draft);
        HandlingReader handling = new HandlingReader(draft);
        SourceReader sources = new SourceReader(draft);
        MeasureReader measures = new MeasureReader(draft);
        CalendarReader calendars = new CalendarReader(draft);
        ReadingsReader readings = new ReadingsReader(draft);
        SchemeReader schemes = new SchemeReader(draft);
        RuleReader rules = new RuleReader(draft);
        sections.forEach(settings::read);
        sections.forEach(handling::read);
        sections.forEach(sources::read);
        sections.forEach(measures::read);
        sections.forEach(calendars::read);
        sections.forEach(readings::read);
        sections.forEach(schemes::read);
        draft.patterns().resolve();
        schemes.finish();
        sections.forEach(rules::read);
        sections.forEach(Section::refuseOthers);
    }

    private static String unreadable(Path folder, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "the folder " + folder + " does not exist";
        }
        return e instanceof NotDirectoryException
                ? "a catalogue is a folder; " + folder + " is a file"
                : "the folder " + folder + " cannot be read: " + e;
    }
}
