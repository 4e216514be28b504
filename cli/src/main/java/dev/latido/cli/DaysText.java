package dev.latido.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of days as people write it: {@code 60}, {@code 60d}, {@code 60 days}. */
final class DaysText implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4}) ?(?:d|days?)?");
    private static final int MOST = 400;

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        long days = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        if (days < 1 || days > MOST) {
            throw new TypeConversionException("'" + text + "' is not a number of days from 1 to " + MOST + ", like 60");
        }
        return Duration.ofDays(days);
    }
}
