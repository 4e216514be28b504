package dev.latido.health;

import dev.latido.event.HealthScore;
import dev.latido.event.Level;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.time.Instant;

/** The last published score of a customer, which decides whether the next one is worth publishing. */
public final class Publishing {

    private boolean published;
    private int scoreTenths;
    private Band band = Band.ONBOARDING;
    private Level level = Level.NONE;
    private int signals;

    /** Whether this is the first, or differs in band, level or signals, or has moved by the step. */
    public boolean isDue(Assessment found, int stepTenths) {
        return !published
                || found.band != band
                || found.level != level
                || found.signals != signals
                || Math.abs(found.scoreTenths - scoreTenths) >= stepTenths;
    }

    /** Makes the record and remembers it as the last. */
    public HealthScore publish(Assessment found, String tenantId, String customerId, long at) {
        HealthScore score = new HealthScore(
                HealthScore.SCHEMA_VERSION,
                tenantId,
                customerId,
                Instant.ofEpochMilli(at),
                found.score(),
                found.band.text(),
                published ? band.text() : null,
                found.level.text(),
                found.components(),
                Signal.names(found.signals));
        published = true;
        scoreTenths = found.scoreTenths;
        band = found.band;
        level = found.level;
        signals = found.signals;
        return score;
    }

    public void write(StateWriter out) {
        out.flag(published);
        if (published) {
            out.signed(scoreTenths).choice(band).choice(level).number(signals);
        }
    }

    public static Publishing read(StateReader in) {
        Publishing read = new Publishing();
        read.published = in.flag();
        if (read.published) {
            read.scoreTenths = in.integer();
            read.band = in.oneOf(Band.values());
            read.level = in.oneOf(Level.values());
            read.signals = (int) in.number();
        }
        return read;
    }
}
