package dev.latido.simulator.business;

/** What a person answered when asked: a net promoter score of 0 to 10, or a satisfaction of 1 to 5. */
public record Opinion(Identity identity, long at, long sequence, Member member, Survey survey, int score)
        implements Fact {

    /** The two surveys. */
    public enum Survey {
        NPS,
        CSAT
    }
}
