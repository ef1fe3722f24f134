package dev.forewarn.console.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the wire and of the catalogue in the language of the page; in templates {@code words}. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** One of two texts that a message has. */
    public String pick(String chinese, String english) {
        return isChinese() ? chinese : english;
    }

    public boolean isChinese() {
        return locale().getLanguage().equals("zh");
    }

    /** A text of the page. */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    /** The name of a value of an open list, such as a domain; the value itself where it has none. */
    public String name(String list, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String name = messages.getMessage(list + "." + value, null, value, locale());
        return name == null ? value : name;
    }

    /** The names of several. */
    public String names(String list, List<String> values) {
        return values.stream().map(value -> name(list, value)).collect(Collectors.joining(isChinese() ? "、" : ", "));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
