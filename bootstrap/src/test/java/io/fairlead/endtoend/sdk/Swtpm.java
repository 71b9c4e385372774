package io.fairlead.endtoend.sdk;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tss.TpmDevice;

/** A TPM that is none of our making: Debian's {@code swtpm} in a process of its own, as TSS.Java talks to devices. */
final class Swtpm extends TpmDevice {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int HEADER = 10;
    private static final int OFFSET_OF_SIZE = 2;
    private static final int LARGEST = 4096;

    private final Path folder;
    private final Process process;
    private SocketChannel channel;
    private byte[] answer;

    private Swtpm(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "swtpm"))
                .anyMatch(Files::isExecutable);
    }

    /** A new one, that nobody has ever used. */
    static Swtpm start() {
        try {
            Path folder = Files.createTempDirectory("swtpm");
            List<String> command = List.of(
                    "swtpm",
                    "socket",
                    "--tpm2",
                    "--tpmstate",
                    "dir=" + folder,
                    "--server",
                    "type=unixio,path=" + folder.resolve("tpm"),
                    "--ctrl",
                    "type=unixio,path=" + folder.resolve("control"),
                    "--flags",
                    "not-need-init,startup-clear");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            return new Swtpm(folder, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean connect() {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (channel == null) {
            try {
                channel = opened();
            } catch (IOException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) throw new UncheckedIOException(log(), e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        return true;
    }

    private SocketChannel opened() throws IOException {
        SocketChannel opening = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            opening.connect(UnixDomainSocketAddress.of(folder.resolve("tpm")));
            return opening;
        } catch (IOException e) {
            opening.close();
            throw e;
        }
    }

    private String log() {
        try {
            return "swtpm does not answer: " + Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "swtpm does not answer, and left no log";
        }
    }

    @Override
    public void dispatchCommand(byte[] command) {
        try {
            ByteBuffer out = ByteBuffer.wrap(command);
            while (out.hasRemaining()) channel.write(out);
            ByteBuffer in = ByteBuffer.allocate(LARGEST);
            read(in, HEADER);
            read(in, in.getInt(OFFSET_OF_SIZE));
            answer = new byte[in.position()];
            in.flip().get(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(ByteBuffer in, int until) throws IOException {
        while (in.position() < until) {
            if (channel.read(in) < 0) throw new IOException(log());
        }
    }

    @Override
    public byte[] getResponse() {
        return answer;
    }

    @Override
    public boolean responseReady() {
        return true;
    }

    @Override
    public void close() {
        try {
            if (channel != null) channel.close();
            process.destroy();
            process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
            remove();
        }
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
