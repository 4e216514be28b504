package dev.latido.simulator.business;

import java.util.List;

/** What there is to see and to do in the simulated product. */
public final class Product {

    /** The feature catalogue, in the order in which most accounts find the features. */
    public static final List<String> FEATURES = List.of(
            "dashboards",
            "search",
            "filters",
            "reports",
            "comments",
            "export",
            "sharing",
            "tags",
            "mentions",
            "import",
            "calendar",
            "templates",
            "alerts",
            "mobile-app",
            "integrations",
            "automations",
            "api",
            "webhooks",
            "sso",
            "audit-log");

    static final List<String> PAGES =
            List.of("Home", "Home", "Home", "Projects", "Projects", "Activity", "Settings", "Docs", "Help", "Profile");

    static final List<String> ACTIONS = List.of(
            "Item Created",
            "Item Created",
            "Item Updated",
            "Item Updated",
            "Item Completed",
            "File Uploaded",
            "Link Copied");

    static final String SIGNED_IN = "Signed In";
    static final String INVITED = "Invited Teammate";
    static final String ERROR = "error";
    static final String PAYMENT_METHOD_ADDED = "Payment Method Added";

    static final String BILLING = "Billing";
    static final String PRICING = "Pricing";
    static final String CANCEL = "Cancel";
    static final String EXPORT = "Export";

    private Product() {}
}
