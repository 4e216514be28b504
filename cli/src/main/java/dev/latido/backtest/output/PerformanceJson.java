package dev.latido.backtest.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latido.backtest.Accuracy;
import dev.latido.backtest.Load;
import dev.latido.backtest.Performance;
import dev.latido.backtest.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** The numbers of alerts as JSON; what does not exist is absent. */
final class PerformanceJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DECIMALS = 4;

    private PerformanceJson() {}

    static ObjectNode of(Performance performance) {
        ObjectNode json = NODES.objectNode();
        Load load = performance.load();
        json.put("fired", load.fired());
        json.put("customers", load.customers());
        put(json, "perWeek", load.perWeek());
        put(json, "perWeekAnd100Customers", load.perWeekAnd100Customers());
        ArrayNode weekly = json.putArray("weekly");
        load.weekly().forEach(weekly::add);
        performance.accuracy().ifPresent(accuracy -> json.set("accuracy", accuracy(accuracy)));
        return json;
    }

    private static ObjectNode accuracy(Accuracy accuracy) {
        ObjectNode json = NODES.objectNode();
        json.set("precision", share(accuracy.precision()));
        json.set("alertPrecision", share(accuracy.alertPrecision()));
        json.set("recall", share(accuracy.recall()));
        ObjectNode byCause = json.putObject("recallByCause");
        accuracy.recallByCause().forEach((cause, share) -> byCause.set(cause, share(share)));
        put(json, "baseRate", accuracy.baseRate());
        put(json, "lift", accuracy.lift());
        put(json, "medianLeadDays", accuracy.medianLeadDays());
        ArrayNode leadDays = json.putArray("leadDays");
        accuracy.leadDays().forEach(days -> leadDays.add(rounded(days)));
        json.put("undecided", accuracy.undecided());
        json.put("undecidedChurned", accuracy.undecidedChurned());
        json.put("gone", accuracy.gone());
        return json;
    }

    private static ObjectNode share(Share share) {
        ObjectNode json = NODES.objectNode();
        json.put("hits", share.hits());
        json.put("of", share.of());
        put(json, "value", share.value());
        json.put("low", rounded(share.low()));
        json.put("high", rounded(share.high()));
        return json;
    }

    static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, rounded(number)));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
