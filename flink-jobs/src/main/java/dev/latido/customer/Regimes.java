package dev.latido.customer;

import dev.latido.change.ControlMessage;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleBook;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.running.RuleSet;
import dev.latido.rule.running.RuleSets;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.ModelSets;

/** What customers are judged by at which instant, as the control stage has said: in every subtask the same. */
final class Regimes {

    private final RuleBook rules;
    private final RuleSets ruleSets;
    private final ModelSets modelSets;
    private Regime latest;

    /**
     * Regimes without models at first.
     *
     * @param rules those that are known already, to which changes are added
     */
    Regimes(CustomerPolicy policy, RuleBook rules, RuleSets.Unready unready, ModelSets.Replaced replaced) {
        this.rules = rules;
        this.ruleSets = new RuleSets(rules, policy.rules().mostPartialMatches(), unready);
        this.modelSets = new ModelSets(policy.models().scorerChoice(), replaced);
        this.latest = new Regime(policy, RuleSet.NONE);
    }

    /**
     * Takes in what the control stage has sent.
     *
     * @param time the instant up to which all has been evaluated, milliseconds since 1970-01-01 UTC
     */
    void take(ControlMessage message, long time) {
        if (message instanceof EffectiveChange change) {
            rules.add(change);
            ruleSets.renew();
        } else if (message instanceof ModelContent content) {
            modelSets.take(content);
        } else if (message instanceof EffectiveModel change) {
            modelSets.take(change, time);
        } else {
            throw new IllegalArgumentException("no such message is known: " + message.getClass());
        }
    }

    /** What a customer is judged by at an instant. Asked again within the same period, it answers at once. */
    @SuppressWarnings("ReferenceEquality") // within a period, a set is one and the same object
    Regime at(long instant) {
        RuleSet ruleSet = ruleSets.at(instant);
        ModelSet modelSet = modelSets.at(instant);
        if (ruleSet != latest.rules() || modelSet != latest.models()) {
            latest = new Regime(latest.policy(), ruleSet, modelSet);
        }
        return latest;
    }

    /** The changes of rules, to be kept; models are sent again. */
    RuleHistory ruleHistory() {
        return rules.history();
    }

    /** Gives back what models hold outside of the heap. */
    void close() {
        modelSets.close();
    }
}
