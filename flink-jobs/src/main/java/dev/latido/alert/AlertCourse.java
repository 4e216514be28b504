package dev.latido.alert;

import dev.latido.event.CustomerKey;
import dev.latido.event.Level;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The course of a customer's alerts by rule {@code health-level}: the open one, and the days that count towards the next. */
public final class AlertCourse {

    /** The rule's id. */
    public static final String RULE_ID = "health-level";

    /** What an evaluation did to the alert. */
    public enum Step {
        NOTHING,
        OPENED,
        RAISED,
        RESOLVED
    }

    private static final int COUNTED_DAYS = 1_000;

    private boolean open;
    private Level severity = Level.NONE;
    private long openedAt;
    private long sequence;
    private int monitorDays;
    private int urgentDays;
    private int noneDays;

    /** Takes in an evaluation; only daily ones count as days. */
    public Step observe(long at, boolean daily, Level level, boolean cancelled, AlertConfig config) {
        if (cancelled) {
            return end();
        }
        if (daily) {
            monitorDays = level.atLeast(Level.MONITOR) ? next(monitorDays) : 0;
            urgentDays = level.atLeast(Level.URGENT) ? next(urgentDays) : 0;
            noneDays = level == Level.NONE ? next(noneDays) : 0;
        }
        return open ? whileOpen(level, daily, config) : whileClosed(at, level, daily, config);
    }

    private Step whileOpen(Level level, boolean daily, AlertConfig config) {
        if (level.compareTo(severity) > 0) {
            severity = level;
            return Step.RAISED;
        }
        return daily && noneDays >= config.resolveAfterDailyEvaluations() ? end() : Step.NOTHING;
    }

    private Step whileClosed(long at, Level level, boolean daily, AlertConfig config) {
        Level opening = opening(level, daily, config);
        if (opening == Level.NONE) {
            return Step.NOTHING;
        }
        open = true;
        severity = opening;
        openedAt = at;
        sequence++;
        return Step.OPENED;
    }

    private Level opening(Level level, boolean daily, AlertConfig config) {
        if (level == Level.IMMEDIATE) {
            return Level.IMMEDIATE;
        }
        if (daily && urgentDays >= config.openAfterDailyEvaluations()) {
            return Level.URGENT;
        }
        boolean watched = config.monitor() && daily && monitorDays >= config.openAfterDailyEvaluations();
        return watched ? Level.MONITOR : Level.NONE;
    }

    /** The severity and the id stay readable until the next alert opens. */
    private Step end() {
        boolean wasOpen = open;
        open = false;
        monitorDays = 0;
        urgentDays = 0;
        noneDays = 0;
        return wasOpen ? Step.RESOLVED : Step.NOTHING;
    }

    /** More days than any setting asks for need not be told apart. */
    private static int next(int days) {
        return Math.min(days + 1, COUNTED_DAYS);
    }

    /** Severity last published under the latest alert. */
    public Level severity() {
        return severity;
    }

    /** Id of the latest alert: the same input gives the same one. */
    public String alertId(String tenantId, String customerId) {
        String customer = CustomerKey.of(tenantId, customerId);
        return digest(String.join("\n", RULE_ID, Long.toString(openedAt), Long.toString(sequence), customer));
    }

    /** The first 32 hex digits of a text's SHA-256. */
    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public void write(StateWriter out) {
        out.flag(open).choice(severity).number(sequence);
        out.number(monitorDays).number(urgentDays).number(noneDays);
        if (sequence > 0) {
            out.instant(openedAt);
        }
    }

    public static AlertCourse read(StateReader in) {
        AlertCourse read = new AlertCourse();
        read.open = in.flag();
        read.severity = in.oneOf(Level.values());
        read.sequence = in.number();
        read.monitorDays = (int) in.number();
        read.urgentDays = (int) in.number();
        read.noneDays = (int) in.number();
        if (read.sequence > 0) {
            read.openedAt = in.instant();
        }
        return read;
    }
}
