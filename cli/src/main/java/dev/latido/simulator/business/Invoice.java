package dev.latido.simulator.business;

/**
 * What an account owes for one period.
 *
 * @param number of the account's invoices in this simulation, from 1
 * @param amount in the currency's smallest unit
 * @param attempts how often it was tried to collect it
 * @param nextAttempt milliseconds since 1970-01-01 UTC; 0 where there is none
 */
public record Invoice(int number, long amount, long created, int attempts, long nextAttempt) {

    Invoice tried(long next) {
        return new Invoice(number, amount, created, attempts + 1, next);
    }
}
