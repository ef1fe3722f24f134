package dev.forewarn.console.web;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What every template knows by name: beans cannot be named in attributes. */
@Configuration(proxyBeanMethods = false)
class Templates {

    Templates(ThymeleafViewResolver resolver, Words words, Times times) {
        resolver.addStaticVariable("words", words);
        resolver.addStaticVariable("times", times);
    }
}
