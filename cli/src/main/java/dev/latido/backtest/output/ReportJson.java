package dev.latido.backtest.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.CounterpartReport;
import dev.latido.backtest.JudgedFiring;
import dev.latido.backtest.RuleChange;
import dev.latido.backtest.RuleReport;
import dev.latido.backtest.TruthSummary;
import java.util.List;
import java.util.Optional;

/** A report as JSON; {@code config/schemas/backtest-report.schema.json} describes it. */
public final class ReportJson {

    public static final int SCHEMA_VERSION = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    public static String of(BacktestReport report, Optional<Comparison> comparison) {
        ObjectNode json = NODES.objectNode();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("from", report.span().from().toString());
        json.put("to", report.span().to().toString());
        json.put("horizonDays", report.horizon().toDays());
        json.put("customers", report.customers());
        json.set("weeks", weeks(report));
        report.truth().ifPresent(truth -> json.set("truth", truth(truth)));
        ArrayNode rules = json.putArray("rules");
        report.rules().forEach(rule -> rules.add(rule(rule, true)));
        ArrayNode counterparts = json.putArray("counterparts");
        report.counterparts().forEach(other -> counterparts.add(counterpart(other)));
        json.set("live", PerformanceJson.of(report.live()));
        comparison.ifPresent(change -> json.set("comparison", comparison(change)));
        return write(json);
    }

    private static String write(ObjectNode json) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try {
            return new JsonMapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(indenter)
                                    .withArrayIndenter(indenter))
                            .writeValueAsString(json)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArrayNode weeks(BacktestReport report) {
        ArrayNode weeks = NODES.arrayNode();
        for (int week = 0; week < report.weeks().count(); week++) {
            weeks.addObject()
                    .put("from", report.weeks().start(week).toString())
                    .put("customers", report.customersByWeek().get(week));
        }
        return weeks;
    }

    private static ObjectNode truth(TruthSummary truth) {
        ObjectNode json = NODES.objectNode();
        json.put("churned", truth.churned());
        json.put("leftBeforeFirstEvent", truth.leftBeforeFirstEvent());
        json.put("leftAfterEnd", truth.leftAfterEnd());
        json.put("unknown", truth.unknown());
        json.put("eventsAfterLeaving", truth.eventsAfterLeaving());
        PerformanceJson.put(json, "baseRate", truth.baseRate());
        return json;
    }

    private static ObjectNode rule(RuleReport report, boolean withAlerts) {
        ObjectNode json = NODES.objectNode();
        json.put("ruleId", report.rule().id());
        json.put("version", report.rule().version());
        json.put("title", report.rule().title());
        json.put("mode", report.rule().mode().text());
        json.put("enabled", report.rule().enabled());
        json.setAll(PerformanceJson.of(report.performance()));
        if (withAlerts) {
            json.set("alerts", alerts(report.performance().alerts()));
        }
        return json;
    }

    private static ObjectNode counterpart(CounterpartReport report) {
        ObjectNode json = NODES.objectNode();
        json.put("id", report.counterpart().id());
        json.put("kind", report.counterpart().kind().text());
        json.put("title", report.counterpart().title());
        json.setAll(PerformanceJson.of(report.performance()));
        json.set("alerts", alerts(report.performance().alerts()));
        return json;
    }

    private static ArrayNode alerts(List<JudgedFiring> alerts) {
        ArrayNode json = NODES.arrayNode();
        alerts.forEach(alert -> json.add(alert(alert)));
        return json;
    }

    private static ObjectNode alert(JudgedFiring alert) {
        ObjectNode json = NODES.objectNode();
        json.put("tenantId", alert.firing().tenantId());
        json.put("customerId", alert.firing().customerId());
        json.put("at", alert.firing().at().toString());
        alert.outcome().ifPresent(outcome -> json.put("outcome", outcome.text()).put("judged", alert.judged()));
        PerformanceJson.put(json, "leadDays", alert.leadDays());
        ArrayNode events = json.putArray("eventIds");
        alert.firing().eventIds().forEach(events::add);
        return json;
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode json = NODES.objectNode();
        ArrayNode rules = json.putArray("rules");
        for (RuleChange change : comparison.rules()) {
            ObjectNode rule = rules.addObject();
            rule.put("ruleId", change.ruleId());
            rule.put("change", change.kind().text());
            change.before().ifPresent(before -> rule.set("before", rule(before, false)));
            change.after().ifPresent(after -> rule.set("after", rule(after, false)));
            rule.set("gained", alerts(change.gained()));
            rule.set("lost", alerts(change.lost()));
        }
        json.set("liveBefore", PerformanceJson.of(comparison.before().live()));
        return json;
    }
}
