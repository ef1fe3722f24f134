package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.team.TeamReport;
import dev.forewarn.console.team.Teams;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a team opens first in the morning. */
@Controller
class TeamPage {

    private final Teams teams;
    private final Charts charts;
    private final Words words;

    TeamPage(Teams teams, Charts charts, Words words) {
        this.teams = teams;
        this.charts = charts;
        this.words = words;
    }

    @Bean
    static NavEntry teamEntry() {
        return new NavEntry(30, "/team", "nav.team", Right.READ);
    }

    /** The first domain of those that this person may see, the professional ones before the general. */
    @GetMapping("/team")
    String first(Viewer viewer, Model model) {
        List<String> domains = teams.domains(viewer);
        if (domains.isEmpty()) {
            model.addAttribute("title", words.say("nav.team"));
            return "nothing";
        }
        String first = domains.contains("drug") ? "drug" : domains.get(0);
        return "redirect:/team/" + first;
    }

    @GetMapping("/team/{domain}")
    String team(
            Viewer viewer,
            @PathVariable String domain,
            @RequestParam(name = "class", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!teams.domains(viewer).contains(domain)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, words.say("team.unknown", domain));
        }
        TeamReport report = teams.report(viewer, domain, chosen, Math.max(1, page));
        model.addAttribute("team", report);
        model.addAttribute("board", report.board());
        model.addAttribute("days", charts.raised(report.days()));
        model.addAttribute("weeks", charts.raised(report.weeks()));
        model.addAttribute("months", charts.mixes(report.months(), month -> month));
        return "team";
    }
}
