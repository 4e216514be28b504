package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants in test cases: written out, or as a time after another. */
final class CaseTimes {

    private static final Pattern LATER = Pattern.compile("\\+([0-9]{1,6})([smhd])");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private CaseTimes() {}

    /** An instant; {@code +2d} is two days after the one before, where there is one. */
    static Instant read(YamlNode node, @Nullable Instant before) {
        Matcher later = LATER.matcher(node.text());
        Instant instant = later.matches() ? after(node, before, span(later)) : writtenOut(node);
        if (instant.isBefore(FIRST) || !instant.isBefore(LAST)) {
            throw node.wrong("a time must be from 2000 to 2099");
        }
        return instant;
    }

    /** {@code 30s}, {@code 5m}, {@code 2h} or {@code 1d}. */
    static Duration span(YamlNode node) {
        Matcher matcher = LATER.matcher("+" + node.text());
        if (!matcher.matches()) {
            throw node.wrong("expected a time such as 30s, 5m, 2h or 1d, not \"" + node.text() + "\"");
        }
        return span(matcher);
    }

    private static Instant after(YamlNode node, @Nullable Instant before, Duration span) {
        if (before == null) {
            throw node.wrong("expected a time such as 2025-01-31T08:00:00Z: there is none before that \"" + node.text()
                    + "\" could come after");
        }
        return before.plus(span);
    }

    private static Instant writtenOut(YamlNode node) {
        try {
            return OffsetDateTime.parse(node.text()).toInstant();
        } catch (DateTimeParseException e) {
            throw node.wrong(
                    "expected a time such as 2025-01-31T08:00:00Z, or +30s, +5m, +2h, +1d after the one before, not \""
                            + node.text() + "\"");
        }
    }

    private static Duration span(Matcher matcher) {
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
