package dev.latido.demo;

import dev.latido.health.Band;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where every customer stands, as far as health scores have been published. */
final class Standings {

    private final Map<List<String>, Standing> byCustomer = new HashMap<>();
    private final Map<String, Long> byBand = new HashMap<>();

    void add(Result healthScore) {
        Standing standing = Standing.of(healthScore);
        Standing before =
                byCustomer.put(List.of(healthScore.text("tenantId"), healthScore.text("customerId")), standing);
        byBand.merge(standing.band(), 1L, Long::sum);
        if (before != null) {
            byBand.merge(before.band(), -1L, Long::sum);
        }
    }

    int customers() {
        return byCustomer.size();
    }

    long in(Band band) {
        return byBand.getOrDefault(band.text(), 0L);
    }

    /** Those with the lowest scores, lowest first; who has cancelled is beyond saving and left out. */
    List<Standing> lowest(int count) {
        return byCustomer.values().stream()
                .filter(standing -> !standing.band().equals(Band.CANCELLED.text()))
                .sorted(Comparator.comparingDouble(Standing::score).thenComparing(Standing::customerId))
                .limit(count)
                .toList();
    }
}
