package dev.latido.feature;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The languages in which features are said. */
public enum Language {
    ENGLISH("en"),
    SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The language's ISO 639-1 code, as it stands in settings. */
    public String code() {
        return code;
    }

    /** The language with the given code, or an {@link IllegalArgumentException} that names those that there are. */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language is \"" + code + "\"; allowed is "
                + Arrays.stream(values()).map(Language::code).collect(Collectors.joining(", ")));
    }

    String say(Feature feature, float value) {
        return switch (this) {
            case ENGLISH -> EnglishPhrases.say(feature, value);
            case SPANISH -> SpanishPhrases.say(feature, value);
        };
    }
}
