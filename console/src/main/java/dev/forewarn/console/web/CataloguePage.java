package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.catalogue.Catalogues;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Catalogues: in force, on trial, and what became of each that was published. */
@Controller
class CataloguePage {

    private final Catalogues catalogues;
    private final Words words;

    CataloguePage(Catalogues catalogues, Words words) {
        this.catalogues = catalogues;
        this.words = words;
    }

    @Bean
    static NavEntry catalogueEntry() {
        return new NavEntry(50, "/catalogue", "nav.catalogue", Right.READ);
    }

    @GetMapping("/catalogue")
    String catalogue(Viewer viewer, Model model) {
        model.addAttribute("report", catalogues.report(viewer));
        return "catalogue";
    }

    /** The text of one publication. */
    @GetMapping("/catalogue/{offset:[0-9]{1,18}}")
    String bundle(Viewer viewer, @PathVariable long offset, Model model) {
        model.addAttribute("offset", offset);
        model.addAttribute(
                "files",
                catalogues
                        .files(viewer, offset)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, words.say("catalogue.unknown", Long.toString(offset)))));
        return "bundle";
    }
}
