package dev.latido.connector.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports that a server may listen at: the first that is free; 0 is any. */
record PortRange(int first, int last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int HIGHEST = 65_535;

    /** A range as settings name it: {@code 9249}, or {@code 9249-9259}. */
    static PortRange parse(String text) throws MetricEndpointException {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first <= last && last <= HIGHEST) {
                return new PortRange(first, last);
            }
        }
        throw new MetricEndpointException("The port of the metrics is a number from 0 to 65535, or a range like "
                + "9249-9259, not " + text + ".");
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
