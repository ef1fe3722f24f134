package dev.forewarn.engine.catalogue;

import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.time.Window;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads {@code settings:}, once in a catalogue, and {@code keep:}. */
final class SettingsReader {

    private final CatalogueDraft draft;
    private boolean isRead;

    SettingsReader(CatalogueDraft draft) {
        this.draft = draft;
    }

    void read(Section file) {
        file.optional("keep").items().forEach(name -> draft.retain(name.text("")));
        Value value = file.optional("settings");
        if (!value.isPresent()) {
            return;
        }
        if (isRead) {
            value.fault("a catalogue has 'settings' once; here they stand again");
        }
        isRead = true;
        Section settings = value.section();
        readZone(settings.optional("zone"));
        readHorizon(settings.optional("correction-horizon"));
        draft.setBaseline(settings.optional("baseline").oneOf(BaselineSource.class, BaselineSource.OWN));
        settings.refuseOthers();
    }

    private void readZone(Value value) {
        String name = value.text(CatalogueDraft.DEFAULT_ZONE.getId());
        try {
            draft.setZone(ZoneId.of(name));
        } catch (DateTimeException e) {
            value.fault("'zone' must be a time zone such as Asia/Shanghai; got '" + name + "'");
        }
    }

    private void readHorizon(Value value) {
        if (value.isPresent()) {
            Window window = value.window(Window.ofDays(1));
            if (window.isEver() || window.months() > 0 || window.days() > 4000) {
                value.fault("'correction-horizon' must be a number of days in [1d, 4000d]; got '" + window + "'");
            } else {
                draft.setCorrectionHorizonDays(window.days());
            }
        }
    }
}
