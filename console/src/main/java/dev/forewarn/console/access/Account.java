package dev.forewarn.console.access;

import java.util.List;
import org.springframework.security.core.userdetails.User;

/** Somebody who may log in, as Spring Security keeps them, with what the console knows of them. */
public final class Account extends User implements Person {

    private static final long serialVersionUID = 1;

    private final transient Viewer viewer;

    Account(Viewer viewer, String passwordHash) {
        super(viewer.id(), passwordHash, List.of());
        this.viewer = viewer;
    }

    /** The same for one login: what Spring Security forgets of it is not forgotten of this. */
    Account forLogin() {
        return new Account(viewer, String.valueOf(getPassword()));
    }

    @Override
    public Viewer viewer() {
        return viewer;
    }
}
