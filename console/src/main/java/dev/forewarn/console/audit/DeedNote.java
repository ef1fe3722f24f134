package dev.forewarn.console.audit;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request turned out to be, said by those who know, to be noted with it.
 *
 * @param action what was done, such as step
 * @param subject what it was about
 * @param refusal why it was refused; empty if it was done
 * @param detail more about it; empty if there is none
 */
public record DeedNote(String action, String subject, String refusal, String detail) {

    static final String ATTRIBUTE = DeedNote.class.getName();

    /** It was done. */
    public static void done(String action, String subject, String detail) {
        leave(new DeedNote(action, subject, "", detail));
    }

    /** It was tried and refused. */
    public static void refused(String action, String subject, String refusal, String detail) {
        leave(new DeedNote(action, subject, refusal, detail));
    }

    private static void leave(DeedNote note) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, note, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
