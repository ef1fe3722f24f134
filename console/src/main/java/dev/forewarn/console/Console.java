package dev.forewarn.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the console. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Console {

    public static void main(String[] arguments) {
        SpringApplication.run(Console.class, arguments);
    }
}
