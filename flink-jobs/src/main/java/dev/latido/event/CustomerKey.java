package dev.latido.event;

/** The key of a customer: tenant and customer in one string, with the tenant's length in front so that no two pairs meet. */
public final class CustomerKey {

    private CustomerKey() {}

    public static String of(String tenantId, String customerId) {
        return tenantId.length() + ":" + tenantId + customerId;
    }

    public static String tenantId(String key) {
        int colon = key.indexOf(':');
        return key.substring(colon + 1, tenantEnd(key, colon));
    }

    public static String customerId(String key) {
        return key.substring(tenantEnd(key, key.indexOf(':')));
    }

    private static int tenantEnd(String key, int colon) {
        return colon + 1 + Integer.parseInt(key, 0, colon, 10);
    }
}
