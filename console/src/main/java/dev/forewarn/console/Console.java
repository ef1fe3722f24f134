package dev.forewarn.console;

import dev.forewarn.console.access.PasswordHash;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the console; with {@code --hash} it makes a password's hash for the file of users instead. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Console {

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--hash")) {
            PasswordHash.ask();
            return;
        }
        Parent.watch();
        SpringApplication.run(Console.class, arguments);
    }
}
