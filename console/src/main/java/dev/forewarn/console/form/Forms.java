package dev.forewarn.console.form;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.document.BadDocument;
import dev.forewarn.console.document.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The checklists of this console. */
@Component
public class Forms {

    private static final String SHIPPED = "classpath:config/forms/*.yaml";

    private final List<Form> all;

    @Autowired
    Forms(FormSettings settings) {
        this(
                settings.folder().isEmpty()
                        ? SHIPPED
                        : Path.of(settings.folder()).toAbsolutePath().toUri() + "/*.yaml");
    }

    /**
     * Reads checklists.
     *
     * @throws BadDocument with all faults of the first file that has some, or if there is no file
     */
    Forms(String pattern) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (files.length == 0) {
                throw new BadDocument(pattern, List.of("there is no checklist"));
            }
            this.all = Arrays.stream(files)
                    .map(Forms::read)
                    .sorted(Comparator.comparing(Form::form))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> names = new HashSet<>();
        for (Form form : all) {
            if (!names.add(form.form())) {
                throw new BadDocument(pattern, List.of("two files are the checklist " + form.form()));
            }
        }
    }

    private static Form read(Resource file) {
        String name = String.valueOf(file.getFilename());
        try {
            return checked(
                    name, Documents.parse(name, file.getContentAsString(StandardCharsets.UTF_8), "form", Form.class));
        } catch (IOException e) {
            throw new BadDocument(name, List.of("it cannot be read: " + e));
        }
    }

    private static Form checked(String file, Form form) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Form.Item item : form.items()) {
            if (!ids.add(item.id())) {
                faults.add("/items: the id " + item.id() + " stands twice");
            }
            if (!form.grades().containsKey(item.grade())) {
                faults.add("/items/" + item.id() + ": there is no grade '" + item.grade() + "'; there are "
                        + String.join(", ", form.grades().keySet()));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadDocument(file, faults);
        }
        return form;
    }

    /** Those of the person's domains. */
    public List<Form> of(Viewer viewer) {
        Set<String> domains = viewer.scope().domains();
        return all.stream()
                .filter(form -> domains.isEmpty() || domains.contains(form.domain()))
                .toList();
    }

    /** One of the person's domains. */
    public Optional<Form> named(Viewer viewer, String name) {
        return of(viewer).stream().filter(form -> form.form().equals(name)).findFirst();
    }
}
