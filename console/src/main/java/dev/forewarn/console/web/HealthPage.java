package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.health.Healths;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** How the installation runs. */
@Controller
class HealthPage {

    private final Healths healths;

    HealthPage(Healths healths) {
        this.healths = healths;
    }

    @Bean
    static NavEntry healthEntry() {
        return new NavEntry(60, "/health", "nav.health", Right.OPERATE);
    }

    @GetMapping("/health")
    String health(
            Viewer viewer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart,
            Model model) {
        model.addAttribute("report", healths.report(viewer, reason, Math.max(1, page)));
        return isPart ? "health :: live" : "health";
    }
}
