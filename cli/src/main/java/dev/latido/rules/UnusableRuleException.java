package dev.latido.rules;

/** A change of a rule that would be refused; the message is a sentence for the person who wants it. */
public final class UnusableRuleException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableRuleException(String sentence) {
        super(sentence);
    }
}
