package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.month.MonthReport;
import dev.forewarn.console.month.Months;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One month: classes, how they moved, how early and how right alerts were. */
@Controller
class MonthPage {

    private final Months months;
    private final Charts charts;
    private final Words words;

    MonthPage(Months months, Charts charts, Words words) {
        this.months = months;
        this.charts = charts;
        this.words = words;
    }

    @Bean
    static NavEntry monthEntry() {
        return new NavEntry(40, "/month", "nav.month", Right.READ);
    }

    @GetMapping("/month")
    String newest(Viewer viewer) {
        return "redirect:/month/" + months.newest(viewer);
    }

    @GetMapping("/month/{month}")
    String month(
            Viewer viewer, @PathVariable String month, @RequestParam(defaultValue = "") String domain, Model model) {
        MonthReport report = months.report(viewer, month(month), domain);
        model.addAttribute("report", report);
        model.addAttribute("moves", new Moves(report.moves()));
        model.addAttribute(
                "mix",
                charts.mixes(
                        report.mix(),
                        name -> name.isEmpty() ? words.say("month.headline") : words.name("domain", name)));
        model.addAttribute(
                "early", charts.days(report.leads().byDays(), report.reminders().byDays()));
        return "month";
    }

    private YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, words.say("month.unknown", text), e);
        }
    }
}
