package dev.forewarn.console.access;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** Somebody who may log in, as Spring Security keeps them, with what the console knows of them. */
public final class Account extends User {

    private static final long serialVersionUID = 1;

    private final transient Viewer viewer;

    Account(Viewer viewer, String passwordHash) {
        super(viewer.id(), passwordHash, List.of());
        this.viewer = viewer;
    }

    public Viewer viewer() {
        return viewer;
    }
}
