package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code job} block.
 *
 * @param parallelism subtasks of every operator
 * @param maxParallelism the most that {@code parallelism} can ever be raised to; fixed once there is a savepoint
 * @param checkpointSeconds time between checkpoints, which with exactly-once is also how long readers wait for output
 * @param cachedCustomers customers that a subtask keeps as objects in front of the state backend
 * @param stateDirectory where {@code latido run} keeps checkpoints and savepoints
 */
public record JobSettings(
        String name,
        int parallelism,
        int maxParallelism,
        int checkpointSeconds,
        int cachedCustomers,
        String stateDirectory)
        implements Serializable {

    public JobSettings {
        Require.text("job.name", name);
        Require.between("job.maxParallelism", maxParallelism, 1, 32_768);
        Require.between("job.parallelism", parallelism, 1, maxParallelism);
        Require.between("job.checkpointSeconds", checkpointSeconds, 1, 3600);
        Require.between("job.cachedCustomers", cachedCustomers, 1, 10_000_000);
        Require.text("job.stateDirectory", stateDirectory);
    }
}
