package dev.forewarn.engine.config;

import java.util.List;

/** Settings that break rules: all of them, so that one correction is enough. */
public final class ConfigFaults extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public ConfigFaults(List<String> faults) {
        super("the settings have " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:") + "\n  "
                + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each: the rule, the value found, the key. */
    public List<String> faults() {
        return faults;
    }
}
