package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.audit.Deeds;
import dev.forewarn.console.audit.Deeds.Wanted;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, for those who audit. */
@Controller
class AuditPage {

    private static final int LINES = 100;

    private final Deeds deeds;

    AuditPage(Deeds deeds) {
        this.deeds = deeds;
    }

    @Bean
    static NavEntry auditEntry() {
        return new NavEntry(90, "/audit", "nav.audit", Right.AUDIT);
    }

    @GetMapping("/audit")
    String audit(
            Viewer viewer,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Wanted wanted = new Wanted(account, action, outcome, page, LINES);
        model.addAttribute("wanted", wanted);
        model.addAttribute("deeds", deeds.find(viewer, wanted));
        model.addAttribute("actions", List.of("login", "logout", "step", "change", "export", "look"));
        return "audit";
    }
}
