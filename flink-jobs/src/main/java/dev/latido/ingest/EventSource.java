package dev.latido.ingest;

import dev.latido.connector.record.Decoded;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;

/**
 * Decoded records and how their time is read.
 *
 * @param parallelism subtasks that read; {@code ExecutionConfig.PARALLELISM_DEFAULT} for as many as the job has
 * @param <E> type of the events
 */
public record EventSource<E>(Source<Decoded<E>, ?, ?> source, WatermarkStrategy<Decoded<E>> time, int parallelism) {}
