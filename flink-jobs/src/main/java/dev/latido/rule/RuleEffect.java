package dev.latido.rule;

/**
 * What a change did to the partial matches of customers touched since the last time this was said.
 *
 * @param kept those that are gone on with
 * @param dropped those that are not
 */
public record RuleEffect(long changeId, long kept, long dropped) {}
