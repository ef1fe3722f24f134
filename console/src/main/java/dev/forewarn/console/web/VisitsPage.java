package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.form.BadVisit;
import dev.forewarn.console.form.Forms;
import dev.forewarn.console.form.Visit;
import dev.forewarn.console.form.VisitFault;
import dev.forewarn.console.form.Visits;
import dev.forewarn.console.step.StepRefused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The one form: begin a visit, fill its checklists, keep it as a draft, record it. */
@Controller
class VisitsPage {

    private final Visits visits;
    private final Forms forms;

    VisitsPage(Visits visits, Forms forms) {
        this.visits = visits;
        this.forms = forms;
    }

    @Bean
    static NavEntry visitsEntry() {
        return new NavEntry(60, "/visits", "nav.visits", Right.INSPECT);
    }

    @GetMapping("/visits")
    String visits(
            Viewer viewer,
            @RequestParam(defaultValue = "") String entity,
            @RequestParam(defaultValue = "") String alert,
            Model model) {
        model.addAttribute("visits", visits.own(viewer));
        model.addAttribute("forms", forms.of(viewer));
        model.addAttribute("entity", entity);
        model.addAttribute("alert", alert);
        return "visits";
    }

    @PostMapping("/visits")
    String begin(
            Viewer viewer,
            @RequestParam String entity,
            @RequestParam(defaultValue = "") List<String> form,
            @RequestParam(defaultValue = "") String alert) {
        return "redirect:/visits/" + visits.begin(viewer, entity, form, alert).id();
    }

    @GetMapping("/visits/{id}")
    String visit(Viewer viewer, @PathVariable String id, Model model) {
        return show(viewer, id, List.of(), model);
    }

    @PostMapping("/visits/{id}")
    String keep(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam Map<String, String> fields,
            Model model) {
        if (action.equals("discard")) {
            visits.discard(viewer, id);
            return "redirect:/visits";
        }
        Map<String, String> answers = new TreeMap<>(fields);
        answers.keySet().removeIf(field -> field.equals("action") || field.startsWith("_"));
        Visit ignored = visits.keep(viewer, id, answers);
        if (!action.equals("record")) {
            model.addAttribute("kept", true);
            return show(viewer, id, List.of(), model);
        }
        try {
            model.addAttribute("events", visits.record(viewer, id));
            return show(viewer, id, List.of(), model);
        } catch (BadVisit bad) {
            return show(viewer, id, bad.faults(), model);
        } catch (StepRefused refused) {
            model.addAttribute("refusal", refused);
            return show(viewer, id, List.of(), model);
        }
    }

    private String show(Viewer viewer, String id, List<VisitFault> faults, Model model) {
        Visit visit = visits.find(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "you have no visit " + id));
        model.addAttribute("visit", visit);
        model.addAttribute("forms", visits.forms(viewer, visit));
        model.addAttribute("faults", faults);
        model.addAttribute(
                "wrong", faults.stream().map(VisitFault::field).distinct().toList());
        return "visit";
    }
}
