package dev.latido.feature;

/** Features in Spanish. */
final class SpanishPhrases {

    private static final char POINT = ',';

    private SpanishPhrases() {}

    /** A phrase without a full stop; NaN is what is missing. */
    static String say(Feature feature, float value) {
        return switch (feature) {
            case SESSIONS_7 -> counted(value, "sesión", "sesiones", " en 7 días");
            case SESSIONS_30 -> counted(value, "sesión", "sesiones", " en 30 días");
            case SESSION_TREND_7 -> trend(value, "sesiones en 7 días");
            case SESSION_TREND_28 -> trend(value, "sesiones en 28 días");
            case SESSION_MINUTES_30 ->
                Float.isNaN(value)
                        ? "sin sesiones que medir en 30 días"
                        : "sesiones de " + quantity(value, "minuto", "minutos") + " de media";
            case ACTIVE_DAYS_7 -> counted(value, "día activo", "días activos", " en 7 días");
            case ACTIVE_DAYS_30 -> counted(value, "día activo", "días activos", " en 30 días");
            case IDLE_DAYS -> idle(value);
            case ADOPTION_30 ->
                known(value, "adopción desconocida", Amounts.percent(value) + " % de las funciones usado en 30 días");
            case FEATURES_30 -> counted(value, "función usada", "funciones usadas", " en 30 días");
            case FEATURES_CHANGE_30 -> change(value, "función usada", "funciones usadas");
            case KEY_USES_30 -> counted(value, "uso", "usos", " de funciones clave en 30 días");
            case USERS_30 -> counted(value, "usuario activo", "usuarios activos", " en 30 días");
            case USERS_CHANGE_30 -> change(value, "usuario activo", "usuarios activos");
            case TICKETS_OPEN -> counted(value, "ticket abierto", "tickets abiertos", "");
            case TICKETS_30 -> counted(value, "ticket nuevo", "tickets nuevos", " en 30 días");
            case TICKETS_90 -> counted(value, "ticket nuevo", "tickets nuevos", " en 90 días");
            case DAYS_SINCE_TICKET -> since(value, "último ticket", "sin tickets hasta ahora");
            case FAILURES_90 -> counted(value, "pago fallido", "pagos fallidos", " en 90 días");
            case OPEN_FAILURE -> flag(value, "hay un pago pendiente", "sin pagos pendientes", "pagos desconocidos");
            case RECOVERIES_90 ->
                counted(value, "pago fallido recuperado", "pagos fallidos recuperados", " en 90 días");
            case DAYS_SINCE_PAYMENT -> since(value, "último pago", "sin pagos hasta ahora");
            case MONTHLY_REVENUE ->
                Float.isNaN(value) ? "sin pagos en un año" : "paga " + Amounts.shown(value, POINT) + " al mes";
            case UPGRADES_90 -> counted(value, "mejora de plan", "mejoras de plan", " en 90 días");
            case DOWNGRADES_90 -> counted(value, "rebaja de plan", "rebajas de plan", " en 90 días");
            case PRICING_VISITS_30 -> counted(value, "visita", "visitas", " a páginas de precios en 30 días");
            case CANCEL_VISITS_30 -> counted(value, "visita", "visitas", " a páginas de cancelación en 30 días");
            case ERRORS_7 -> counted(value, "error", "errores", " en 7 días");
            case SATISFACTION ->
                Float.isNaN(value)
                        ? "sin respuesta sobre satisfacción en 90 días"
                        : "satisfacción " + Amounts.shown(value, POINT) + " de 10";
            case DAYS_SINCE_SATISFACTION ->
                since(value, "última respuesta sobre satisfacción", "sin respuesta sobre satisfacción hasta ahora");
            case TENURE_DAYS ->
                known(value, "antigüedad desconocida", "cliente desde hace " + quantity(value, "día", "días"));
            case TRIAL -> flag(value, "en periodo de prueba", "sin periodo de prueba", "periodo de prueba desconocido");
            case SCORE -> points(value, "salud");
            case USAGE -> points(value, "salud del uso");
            case ADOPTION -> points(value, "salud de la adopción");
            case SUPPORT -> points(value, "salud del soporte");
            case PAYMENT -> points(value, "salud de los pagos");
            case ENGAGEMENT -> points(value, "salud de la participación");
        };
    }

    private static String counted(float value, String one, String many, String where) {
        if (Float.isNaN(value)) {
            return "número desconocido de " + many + where;
        }
        return value == 0 ? "sin " + many + where : quantity(value, one, many) + where;
    }

    private static String quantity(float value, String one, String many) {
        return Amounts.shown(value, POINT) + " " + (Amounts.isOne(value, POINT) ? one : many);
    }

    private static String change(float value, String one, String many) {
        if (Float.isNaN(value)) {
            return "sin mes anterior con que comparar " + many;
        }
        if (value == 0) {
            return "igual número de " + many + " que en los 30 días anteriores";
        }
        float size = Math.abs(value);
        return Amounts.shown(size, POINT) + " " + (Amounts.isOne(size, POINT) ? one : many)
                + (value > 0 ? " más" : " menos") + " que en los 30 días anteriores";
    }

    private static String trend(float value, String what) {
        if (Float.isNaN(value)) {
            return "nada con que comparar " + what;
        }
        String percent = Amounts.percent(Math.abs(value - 1));
        if (percent.equals("0")) {
            return what + " como antes";
        }
        return what + ": un " + percent + " % " + (value > 1 ? "más" : "menos") + " que en las semanas anteriores";
    }

    private static String idle(float value) {
        if (Float.isNaN(value)) {
            return "última sesión desconocida";
        }
        float days = (float) Math.floor(value);
        return days < 1 ? "una sesión en el último día" : "sin sesiones desde hace " + quantity(days, "día", "días");
    }

    private static String since(float value, String latest, String never) {
        if (Float.isNaN(value)) {
            return never;
        }
        float days = (float) Math.floor(value);
        return latest + (days < 1 ? " hace menos de un día" : " hace " + quantity(days, "día", "días"));
    }

    private static String flag(float value, String yes, String no, String missing) {
        return Float.isNaN(value) ? missing : value == 0 ? no : yes;
    }

    private static String points(float value, String what) {
        return known(value, what + " desconocida", what + " " + Amounts.shown(value, POINT) + " de 100");
    }

    private static String known(float value, String missing, String phrase) {
        return Float.isNaN(value) ? missing : phrase;
    }
}
