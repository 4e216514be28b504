package dev.latido.training;

import dev.latido.backtest.CustomerId;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which rows are kept: one in so many days of each customer, so that there are fewer and they are less alike. Which day it is
 * differs from customer to customer and depends on the customer's id alone, so that all weekdays are there.
 */
record Thinning(int days) {

    private static final long DAY = 86_400_000L;

    boolean keeps(CustomerId customer, long at) {
        return days == 1 || Math.floorMod(Math.floorDiv(at, DAY) + phase(customer), (long) days) == 0;
    }

    private static long phase(CustomerId customer) {
        CRC32 crc = new CRC32();
        crc.update((customer.tenantId() + "/" + customer.customerId()).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
