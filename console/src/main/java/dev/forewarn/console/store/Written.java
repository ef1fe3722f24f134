package dev.forewarn.console.store;

import org.springframework.context.ApplicationEvent;

/** Something has been written to the database by this console. */
public final class Written extends ApplicationEvent {

    Written(Object source) {
        super(source);
    }
}
