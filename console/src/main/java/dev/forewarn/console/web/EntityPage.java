package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.entity.Entities;
import dev.forewarn.console.entity.EntityDetail;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Businesses: a list to search, and the profile of each (企业画像). */
@Controller
class EntityPage {

    private static final int LINES = 50;

    private final Entities entities;
    private final Charts charts;
    private final Words words;

    EntityPage(Entities entities, Charts charts, Words words) {
        this.entities = entities;
        this.charts = charts;
        this.words = words;
    }

    @Bean
    static NavEntry entityEntry() {
        return new NavEntry(20, "/entities", "nav.entities", Right.READ);
    }

    @GetMapping("/entities")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute("found", entities.search(viewer, text, Math.max(1, page), LINES));
        return isPart ? "entities :: live" : "entities";
    }

    @GetMapping("/entities/{id}")
    String entity(Viewer viewer, @PathVariable String id, Model model) {
        EntityDetail detail = entities.find(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, words.say("entity.unknown", id)));
        model.addAttribute("entity", detail);
        model.addAttribute("now", detail.assessment());
        model.addAttribute("scores", charts.scores(detail));
        return "entity";
    }
}
