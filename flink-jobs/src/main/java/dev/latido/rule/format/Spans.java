package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as rules write them: {@code 7 days}, {@code 1 hour}. */
final class Spans {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9}) (second|minute|hour|day)s?");
    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    private Spans() {}

    /** Milliseconds; more than none. */
    static long read(YamlNode node, int mostDays) {
        Matcher matcher = SPAN.matcher(node.text());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw node.wrong(
                    "expected a time such as 7 days, 24 hours, 10 minutes or 30 seconds, not \"" + node.text() + "\"");
        }
        long millis = unit.toMillis() * Long.parseLong(matcher.group(1));
        if (millis == 0 || millis > Duration.ofDays(mostDays).toMillis()) {
            throw node.wrong("a time here is more than none and at most " + mostDays + " days, not " + node.text());
        }
        return millis;
    }

    /** In the largest unit that it is whole of. */
    static String words(long millis) {
        for (String unit : new String[] {"day", "hour", "minute"}) {
            long size = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
            if (millis % size == 0) {
                return counted(millis / size, unit);
            }
        }
        return counted(millis / Duration.ofSeconds(1).toMillis(), "second");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
