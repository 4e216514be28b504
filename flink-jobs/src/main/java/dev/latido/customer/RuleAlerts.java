package dev.latido.customer;

import dev.latido.alert.AlertText;
import dev.latido.alert.EventTrail;
import dev.latido.event.Alert;
import dev.latido.event.Alert.MatchedEvent;
import dev.latido.health.Assessment;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import dev.latido.rule.Mode;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;
import dev.latido.rule.running.Raised;
import dev.latido.rule.running.RuleFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes alerts of what the rules find about one customer. */
record RuleAlerts(Customer customer, AlertDesk desk, Assessment found, CustomerPolicy policy, Findings out)
        implements RuleFindings {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_IDS = 20;

    /** In the place of the id of a rule; none can be called so. */
    private static final String FORGOTTEN = "(forgotten)";

    @Override
    public void raised(Rule rule, Match match, long at, CustomerFacts facts) {
        String title = AlertText.title(customer.customerId(), rule.title());
        publish(
                rule.mode() == Mode.SHADOW,
                alert(rule, match, at, at, "open", title, rule.message().of(match, facts)));
    }

    @Override
    public void resolved(Rule rule, Raised raised, Occurrence by) {
        String title = AlertText.title(customer.customerId(), rule.title() + ": resolved");
        String message = "Resolved by an event of kind " + by.event().kind() + " at "
                + by.event().at() + ". The alert was raised at " + Instant.ofEpochMilli(raised.at()) + ".";
        publish(raised.shadow(), alert(rule, raised.match(), raised.at(), by.place(), "resolved", title, message));
    }

    private void publish(boolean shadow, Alert alert) {
        if (shadow) {
            out.shadowAlert(alert);
        } else {
            out.alert(alert);
        }
    }

    private Alert alert(Rule rule, Match match, long raisedAt, long at, String status, String title, String message) {
        List<MatchedEvent> events = events(match);
        List<String> ids = events.stream().map(MatchedEvent::eventId).distinct().toList();
        return new Alert(
                Alert.SCHEMA_VERSION,
                AlertText.id(rule.id(), raisedAt, places(match), customer.tenantId(), customer.customerId()),
                customer.tenantId(),
                customer.customerId(),
                rule.id(),
                rule.severity().text(),
                status,
                Instant.ofEpochMilli(at),
                title,
                message,
                desk.evidence(
                        found,
                        policy,
                        ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size()),
                        new Alert.RuleMatch(rule.version(), events),
                        null));
    }

    /** Also of events that are too many to be shown: the same events may match in more than one way. */
    private static List<String> places(Match match) {
        return match.steps().stream()
                .flatMap(step -> step.events().stream().map(event -> step.name() + "=" + event.eventId()))
                .toList();
    }

    private static List<MatchedEvent> events(Match match) {
        List<MatchedEvent> events = new ArrayList<>();
        for (MatchedStep step : match.steps()) {
            for (KeptEvent event : step.events()) {
                if (events.size() < MOST_EVENTS) {
                    events.add(new MatchedEvent(
                            step.name(),
                            EventTrail.kept(event.eventId()),
                            event.kind().name(),
                            event.name(),
                            event.userId(),
                            Instant.ofEpochMilli(event.at()),
                            event.amountCents(),
                            event.attributes(),
                            event.facts()));
                }
            }
        }
        return events;
    }

    @Override
    public void suppressed(Rule rule) {
        out.suppressed(rule.id());
    }

    @Override
    public void dropped(Rule rule, int count) {
        out.partialMatchesDropped(rule.id(), count);
    }

    @Override
    public void forgotten(int count) {
        out.partialMatchesDropped(FORGOTTEN, count);
    }

    @Override
    public void changed(long change, int kept, int dropped) {
        out.ruleChanged(change, kept, dropped);
    }
}
