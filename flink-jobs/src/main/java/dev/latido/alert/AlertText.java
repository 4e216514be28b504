package dev.latido.alert;

import dev.latido.event.Alert.SignalReading;
import dev.latido.event.CustomerKey;
import dev.latido.event.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an alert, for a person who knows customers and not this program. */
public final class AlertText {

    private static final int LONGEST_NAME = 80;

    private AlertText() {}

    /** One line that says who, how bad and why. */
    public static String title(
            String customerId, AlertCourse.Step step, Level severity, boolean cancelled, List<SignalReading> signals) {
        String name = onOneLine(customerId);
        if (step == AlertCourse.Step.RESOLVED) {
            return name + (cancelled ? " has cancelled: alert closed" : " has recovered: alert closed");
        }
        return switch (severity) {
            case IMMEDIATE -> name + " needs attention today: payment failed";
            case URGENT -> name + " is at risk: " + summary(signals);
            case MONITOR, NONE -> name + " is worth watching: " + summary(signals);
        };
    }

    /** One line that says who, and what a rule has found. */
    public static String title(String customerId, String finding) {
        return onOneLine(customerId) + ": " + finding;
    }

    /**
     * Id of an alert of a rule: the same input gives the same one.
     *
     * @param events all that the rule matched: {@code step=event id}
     */
    public static String id(String ruleId, long at, List<String> events, String tenantId, String customerId) {
        String customer = CustomerKey.of(tenantId, customerId);
        return AlertCourse.digest(String.join("\n", ruleId, Long.toString(at), customer, String.join("\n", events)));
    }

    /**
     * What happened, what was measured, and how the score has moved.
     *
     * @param scoreBefore null where there was none
     */
    public static String message(
            AlertCourse.Step step,
            Level severity,
            String band,
            List<SignalReading> signals,
            @Nullable Double scoreBefore,
            double scoreAfter) {
        boolean resolved = step == AlertCourse.Step.RESOLVED;
        return (resolved ? ending(band) : opening(severity))
                + (signals.isEmpty() ? "" : " Warning signs: " + details(signals) + ".")
                + " The health score is " + scoreAfter + " (" + band.replace('_', ' ') + ")"
                + (scoreBefore == null ? "." : "; before the change it was " + scoreBefore + ".");
    }

    private static String opening(Level severity) {
        return switch (severity) {
            case IMMEDIATE -> "A payment has just failed and none has succeeded since.";
            case URGENT -> "Several things suggest that this customer may leave.";
            case MONITOR, NONE -> "Something suggests that this customer is less content than before.";
        };
    }

    private static String ending(String band) {
        return band.equals("cancelled")
                ? "The customer has ended every subscription; nothing more will be watched."
                : "No warning sign is left.";
    }

    private static String summary(List<SignalReading> signals) {
        return signals.isEmpty()
                ? "no sign is active now"
                : signals.stream().map(AlertText::name).collect(Collectors.joining(", "));
    }

    private static String details(List<SignalReading> signals) {
        return signals.stream().map(AlertText::detail).collect(Collectors.joining("; "));
    }

    private static String name(SignalReading reading) {
        return switch (reading.signal()) {
            case "inactivity" -> "no activity";
            case "low-adoption" -> "few features used";
            case "low-logins" -> "few sessions";
            case "payment-delay" -> "open payment";
            case "short-sessions" -> "short sessions";
            case "support-overuse" -> "many support tickets";
            default -> reading.signal();
        };
    }

    private static String detail(SignalReading reading) {
        String value = plain(reading.value());
        String threshold = plain(reading.threshold());
        return switch (reading.signal()) {
            case "inactivity" -> "no activity for " + value + " days (more than " + threshold + ")";
            case "low-adoption" ->
                plain(reading.value() * 100) + " % of the features used in the last 30 days (fewer than "
                        + plain(reading.threshold() * 100) + " %)";
            case "low-logins" ->
                value + (reading.value() == 1 ? " session" : " sessions") + " in the last 7 days (fewer than "
                        + threshold + ")";
            case "payment-delay" -> "a failed or overdue payment is still open";
            case "short-sessions" ->
                "sessions of " + value + " minutes on average in the last 30 days (shorter than " + threshold + ")";
            case "support-overuse" -> value + " support tickets in the last 30 days (more than " + threshold + ")";
            default -> reading.quantity() + " is " + value + " (bound " + threshold + ")";
        };
    }

    /** At most one decimal, the rest cut off, so that a value below its bound never reads like the bound. */
    private static String plain(double value) {
        long tenths = (long) Math.floor(value * 10 + 1e-9);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static String onOneLine(String customerId) {
        String line = customerId.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }
}
