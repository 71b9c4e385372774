package io.fairlead.architecture.bad.domain;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Breaks rule 26: threads are lent. */
public final class StartsThreads {
    Object[] start() throws InterruptedException {
        Thread.sleep(0);
        return new Object[] {
            new Thread(() -> {}),
            Executors.newFixedThreadPool(1),
            CompletableFuture.supplyAsync(() -> 1),
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()),
            new Timer()
        };
    }
}
