package dev.latido.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTest {

    private static final float[] TYPICAL = {
        Float.NaN, 0, 1, 2, 0.5f, 1.2f, 9.96f, 37, 100, 14_900, 0.04f, 1e9f, Float.POSITIVE_INFINITY
    };
    private static final Pattern UNFINISHED = Pattern.compile("null|NaN|[{}]|  |^ | $|\\.$|-\\d");

    /** Of one thing in the plural, or of several in the singular. */
    private static final Pattern WRONG_NUMBER = Pattern.compile(
            "(?<![\\d.,])1 (?:\\p{L}+s|more \\p{L}+s|fewer \\p{L}+s|(?:open|active|failed) \\p{L}+s|sesiones|errores)\\b"
                    + "|(?<![\\d.,])(?:2|37|100) (?:session|day|user|ticket|upgrade|look|use|error|feature|sesión|día|"
                    + "usuario|visita|uso|mejora|rebaja|pago|función|minute|minuto)\\b");

    @ParameterizedTest
    @EnumSource(Feature.class)
    void everyFeatureSaysEveryValueInEveryLanguage(Feature feature) {
        for (Language language : Language.values()) {
            for (float value : TYPICAL) {
                String phrase = feature.say(language, value);

                assertThat(phrase).as("%s %s %s", language, feature, value).hasSizeBetween(6, 80);
                assertThat(UNFINISHED.matcher(phrase).find()).as(phrase).isFalse();
                assertThat(WRONG_NUMBER.matcher(phrase).find()).as(phrase).isFalse();
            }
            assertThat(feature.say(language, Float.NaN))
                    .isNotEqualTo(feature.say(language, 0))
                    .isNotEqualTo(feature.say(language, 1));
            assertThat(feature.say(language, 1)).isNotEqualTo(feature.say(language, 0));
        }
        assertThat(feature.say(Language.ENGLISH, 2)).isNotEqualTo(feature.say(Language.SPANISH, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idleDays | 9.3 | no session for 9 days | sin sesiones desde hace 9 días",
                "idleDays | 1.9 | no session for 1 day | sin sesiones desde hace 1 día",
                "idleDays | 0.9 | a session within the last day | una sesión en el último día",
                "sessions7 | 0 | no sessions in 7 days | sin sesiones en 7 días",
                "sessions7 | 1 | 1 session in 7 days | 1 sesión en 7 días",
                "sessions30 | 12 | 12 sessions in 30 days | 12 sesiones en 30 días",
                "sessionTrend7 | 0.4 | sessions in 7 days down 60% on the weeks before"
                        + " | sesiones en 7 días: un 60 % menos que en las semanas anteriores",
                "sessionTrend28 | 1.25 | sessions in 28 days up 25% on the weeks before"
                        + " | sesiones en 28 días: un 25 % más que en las semanas anteriores",
                "sessionTrend28 | 1 | sessions in 28 days as before | sesiones en 28 días como antes",
                "sessionMinutes30 | 12.34 | sessions of 12.3 minutes on average | sesiones de 12,3 minutos de media",
                "sessionMinutes30 | 1 | sessions of 1 minute on average | sesiones de 1 minuto de media",
                "adoption30 | 0.35 | 35% of the features used in 30 days | 35 % de las funciones usado en 30 días",
                "featuresChange30 | -1 | 1 fewer feature used than in the 30 days before"
                        + " | 1 función usada menos que en los 30 días anteriores",
                "usersChange30 | 2 | 2 more users active than in the 30 days before"
                        + " | 2 usuarios activos más que en los 30 días anteriores",
                "usersChange30 | 0 | as many users active as in the 30 days before"
                        + " | igual número de usuarios activos que en los 30 días anteriores",
                "daysSinceTicket | 3.5 | last ticket 3 days ago | último ticket hace 3 días",
                "daysSincePayment | NaN | no payment so far | sin pagos hasta ahora",
                "openFailure | 1 | a payment is overdue | hay un pago pendiente",
                "monthlyRevenue | 149 | pays 149 a month | paga 149 al mes",
                "tickets90 | NaN | number of tickets opened in 90 days not known"
                        + " | número desconocido de tickets nuevos en 90 días",
                "score | 41.4 | health score 41.4 of 100 | salud 41,4 de 100",
                "trial | 1 | on trial | en periodo de prueba"
            })
    void aPhraseSaysTheFactWithItsValueAndDirection(String name, float value, String english, String spanish) {
        Feature feature = Feature.named(name).orElseThrow();

        assertThat(feature.say(Language.ENGLISH, value)).isEqualTo(english);
        assertThat(feature.say(Language.SPANISH, value)).isEqualTo(spanish);
    }

    @Test
    void namesAreUniqueAndInCamelCase() {
        assertThat(Feature.ALL)
                .extracting(Feature::text)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-zA-Z0-9]*"));
        assertThat(Feature.ALL).allSatisfy(feature -> {
            assertThat(Feature.ALL.get(feature.index())).isSameAs(feature);
            assertThat(Feature.named(feature.text())).containsSame(feature);
            assertThat(feature.description()).matches("[A-Z0-9].*\\.");
            assertThat(feature.unit().isEmpty()).isEqualTo(feature.type() == Feature.Type.INDICATOR);
        });
        assertThat(Feature.named("sessions8")).isEmpty();
    }

    /** Models name what they need, and rows stand in this order: what is there stays as it is. */
    @Test
    void noFeatureHasChangedItsPlace() {
        assertThat(Feature.ALL.subList(0, 38))
                .extracting(feature -> feature.text() + " " + feature.type().text())
                .containsExactly(
                        "sessions7 int",
                        "sessions30 int",
                        "sessionTrend7 float",
                        "sessionTrend28 float",
                        "sessionMinutes30 float",
                        "activeDays7 int",
                        "activeDays30 int",
                        "idleDays float",
                        "adoption30 float",
                        "features30 int",
                        "featuresChange30 int",
                        "keyUses30 int",
                        "users30 int",
                        "usersChange30 int",
                        "ticketsOpen int",
                        "tickets30 int",
                        "tickets90 int",
                        "daysSinceTicket float",
                        "failures90 int",
                        "openFailure indicator",
                        "recoveries90 int",
                        "daysSincePayment float",
                        "monthlyRevenue float",
                        "upgrades90 int",
                        "downgrades90 int",
                        "pricingVisits30 int",
                        "cancelVisits30 int",
                        "errors7 int",
                        "satisfaction float",
                        "daysSinceSatisfaction float",
                        "tenureDays int",
                        "trial indicator",
                        "score float",
                        "usage float",
                        "adoption float",
                        "support float",
                        "payment float",
                        "engagement float");
    }

    @Test
    void aLanguageIsKnownByItsCode() {
        assertThat(Language.of("es")).isSameAs(Language.SPANISH);
        assertThatThrownBy(() -> Language.of("fr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("language is \"fr\"; allowed is en, es");
    }
}
