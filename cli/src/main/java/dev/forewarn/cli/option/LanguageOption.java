package dev.forewarn.cli.option;

import picocli.CommandLine.Option;

/** The language in which names and sentences are shown. */
public final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "en",
            description = "Language of names and sentences (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    /**
     * Whether it is Chinese, else English.
     *
     * @throws Refusal if another was asked for
     */
    public boolean isChinese() {
        return switch (language) {
            case "zh" -> true;
            case "en" -> false;
            default -> throw new Refusal("--lang takes zh or en; got '" + language + "'");
        };
    }
}
