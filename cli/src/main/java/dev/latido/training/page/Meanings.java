package dev.latido.training.page;

import dev.latido.model.artifact.Kind;
import dev.latido.page.Markup;

/** What every number of the page means, exactly. */
final class Meanings {

    private final Markup page;

    private Meanings(Markup page) {
        this.page = page;
    }

    static void write(Markup page, Kind kind) {
        Meanings meanings = new Meanings(page);
        page.open("section", "class", "definitions").element("h2", "What the numbers mean");
        page.open("dl");
        meanings.rows();
        if (kind == Kind.PROBABILITY) {
            meanings.order();
            meanings.probabilities();
        } else {
            meanings.amounts();
        }
        page.close().close();
    }

    private void rows() {
        define(
                "Learned from",
                "The trees were made of these rows. The rows to check with chose how many trees there are, the calibration and"
                        + " the cuts. All numbers here are of the rows to judge by, which nobody looked at before.");
    }

    private void order() {
        define(
                "AUC",
                "The probability that of two rows, one that came true and one that did not, drawn at random, the first has the"
                        + " higher score; equal scores count half.");
        define(
                "PR-AUC",
                "Average precision: the precision at each score, weighted by the recall that the score adds. Chance gives the"
                        + " base rate.");
        define(
                "Top decile",
                "The tenth of the rows with the highest scores: the share of them that came true (precision), the share of all"
                        + " that came true which is among them (recall), and precision over base rate (lift).");
        define(
                "Days before",
                "For everybody of whom it was predicted rightly: the days from the first such row to what came true; the"
                        + " median. It is predicted above the cut for high, or in the top decile where nobody chose cuts.");
    }

    private void probabilities() {
        define("Log loss", "The mean of the negative logarithm of the probability that was given to what happened.");
        define("Brier score", "The mean of the squared difference between the probability and what happened, 1 or 0.");
        define(
                "Calibration error",
                "Rows in ten groups of equally many by probability: the distance between the mean probability and the share"
                        + " that came true, averaged over the rows.");
    }

    private void amounts() {
        define("Mean absolute error", "The mean of the distances between what was predicted and what it was.");
        define("Root mean square error", "The root of the mean of the squared distances.");
        define("Rank correlation", "Spearman's: how far predicted and actual amounts have the rows in the same order.");
    }

    private void define(String word, String meaning) {
        page.element("dt", word).element("dd", meaning);
    }
}
