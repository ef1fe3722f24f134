package dev.forewarn.console.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Parts that are not the console's own. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Beans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
