package dev.forewarn.console.access;

import java.util.Set;

/**
 * Who looks.
 *
 * @param id the account, never written to the log
 * @param name for people
 * @param unit where the person works
 */
public record Viewer(String id, String name, String unit, Set<Role> roles, Scope scope) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean may(Right right) {
        return right.isOf(roles);
    }

    /** The role that goes with a step, the first that gives the right to it. */
    public Role roleFor(Right right) {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> roles.contains(role) && right.isOf(Set.of(role)))
                .findFirst()
                .orElseThrow(() -> new Forbidden(right));
    }

    /** Refuses those who may not. */
    public void require(Right right) {
        if (!may(right)) {
            throw new Forbidden(right);
        }
    }
}
