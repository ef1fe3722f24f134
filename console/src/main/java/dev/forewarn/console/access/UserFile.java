package dev.forewarn.console.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

/** Reads the file of users: YAML with a list {@code users}. */
final class UserFile {

    private static final String LIST = "users";
    /** Made by {@code --hash}. */
    private static final String BCRYPT = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}";

    private UserFile() {}

    /** Somebody, as the file has it. */
    record Entry(
            @DefaultValue("") String id,
            @DefaultValue("") String name,
            @DefaultValue("") String unit,
            @DefaultValue("") String password,
            @DefaultValue Set<String> roles,
            @DefaultValue Set<String> domains,
            @DefaultValue Set<String> divisions,
            @DefaultValue Set<String> grids) {}

    /**
     * The accounts of a file by their id.
     *
     * @throws BadAccess with all faults if it cannot be understood
     */
    static Map<String, Account> read(Path file) {
        List<Entry> entries = entries(file);
        List<String> faults = new ArrayList<>();
        if (entries.isEmpty()) {
            faults.add("it has no list 'users'");
        }
        Map<String, Account> accounts = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            List<String> wrong = faults(entry);
            if (accounts.containsKey(entry.id())) {
                wrong.add("its id stands there twice");
            }
            String where = "user " + (i + 1) + (entry.id().isEmpty() ? "" : " (" + entry.id() + ")") + ": ";
            wrong.forEach(fault -> faults.add(where + fault));
            if (wrong.isEmpty()) {
                accounts.put(entry.id(), account(entry));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadAccess("the file of users " + file + " has faults: " + String.join("; ", faults));
        }
        return accounts;
    }

    private static List<Entry> entries(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadAccess("there is no file of users " + file);
        }
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("users", new FileSystemResource(file))
                    .forEach(sources::addLast);
            Binder binder = new Binder(ConfigurationPropertySources.from(sources));
            return binder.bind(
                            LIST,
                            Bindable.listOf(Entry.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                    .orElse(List.of());
        } catch (BindException e) {
            throw new BadAccess("the file of users " + file + " has faults: " + detail(e));
        } catch (IOException | RuntimeException e) {
            throw new BadAccess("the file of users " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static String detail(BindException failure) {
        Throwable cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private static List<String> faults(Entry entry) {
        List<String> faults = new ArrayList<>();
        if (entry.id().isBlank()) {
            faults.add("it has no id");
        }
        if (!entry.password().matches(BCRYPT)) {
            faults.add("its password is no bcrypt hash; 'forewarn console --hash' makes one");
        }
        if (entry.roles().isEmpty()) {
            faults.add("it has no roles; there are " + roleNames());
        }
        entry.roles().stream()
                .filter(role -> Role.named(role).isEmpty())
                .forEach(role -> faults.add("there is no role '" + role + "'; there are " + roleNames()));
        if (entry.roles().contains(Role.GRID.wireName())
                && entry.grids().isEmpty()
                && entry.divisions().isEmpty()) {
            faults.add("somebody of a grid needs grids or divisions");
        }
        return faults;
    }

    private static String roleNames() {
        return Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "));
    }

    private static Account account(Entry entry) {
        Set<Role> roles = roles(entry.roles());
        Scope scope = new Scope(entry.domains(), entry.divisions(), entry.grids());
        String name = entry.name().isBlank() ? entry.id() : entry.name();
        return new Account(new Viewer(entry.id(), name, entry.unit(), roles, scope), entry.password());
    }

    /** The roles of these names; names of no role are left out. */
    static Set<Role> roles(Iterable<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> Role.named(name).ifPresent(roles::add));
        return roles;
    }
}
