package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.webhook.Deliveries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What was told to other systems and what could not be: a page, and a part that the health page takes in. */
@Controller
class WebhooksPage {

    private static final int LINES = 50;

    private final Deliveries deliveries;

    WebhooksPage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/webhooks")
    String webhooks(
            Viewer viewer, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart, Model model) {
        model.addAttribute("hooks", deliveries.counts(viewer));
        model.addAttribute("dead", deliveries.list(viewer, "dead", "", 1, LINES));
        model.addAttribute("recent", deliveries.list(viewer, "", "", 1, LINES));
        model.addAttribute("mayResend", viewer.may(Right.RESEND));
        return isPart ? "webhooks :: hooks" : "webhooks";
    }

    @PostMapping("/webhooks/{id}/resend")
    String resend(Viewer viewer, @PathVariable long id) {
        boolean ignored = deliveries.resend(viewer, id);
        return "redirect:/webhooks";
    }
}
