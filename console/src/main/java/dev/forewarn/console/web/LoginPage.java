package dev.forewarn.console.web;

import dev.forewarn.console.access.Providers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people log in. */
@Controller
class LoginPage {

    private final Providers providers;

    LoginPage(Providers providers) {
        this.providers = providers;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("providers", providers.all());
        return "login";
    }

    @GetMapping("/")
    String first() {
        return "redirect:/board";
    }
}
