package dev.forewarn.console.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles, scripts and pictures, each under an address that changes with its content. Only these folders are looked
 * into: were it every path, each link of a page would be sought in every library.
 */
@Configuration(proxyBeanMethods = false)
class Files implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry handlers) {
        add(handlers, "/css/", "classpath:/static/css/");
        add(handlers, "/js/", "classpath:/static/js/");
        add(handlers, "/icons/", "classpath:/static/icons/");
        add(handlers, "/webjars/", "classpath:/META-INF/resources/webjars/");
    }

    private static void add(ResourceHandlerRegistry handlers, String path, String folder) {
        handlers.addResourceHandler(path + "**")
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(KEPT))
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
