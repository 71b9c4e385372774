package io.fairlead.adapters.geo;

import io.fairlead.domain.allocation.Region;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operator's table of networks: each line names a network and the regions that are near to it, the nearest first, for
 * example {@code 10.1.0.0/16 west-europe north-europe}. What follows a {@code #} is a comment. The longest network that
 * holds an address counts, as in routing.
 */
final class RegionTable {
    private static final int MAX_LINES = 100_000;

    private final List<Line> lines;

    private record Line(Network network, List<Region> regions) {}

    private RegionTable(List<Line> lines) {
        this.lines = lines;
    }

    /** No network is known. */
    static RegionTable empty() {
        return new RegionTable(List.of());
    }

    /** @throws UnusableFile with the number of the line that cannot be understood */
    static RegionTable read(Path file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        try (Stream<String> texts = Files.lines(file)) {
            for (String text : (Iterable<String>) texts::iterator) {
                number++;
                add(lines, text);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnusableFile(file, "it cannot be read as text: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(file, "line " + number + ": " + e.getMessage(), e);
        }
        lines.sort(Comparator.comparingInt((Line line) -> line.network().bits()).reversed());
        return new RegionTable(lines);
    }

    List<Region> of(InetAddress address) {
        return lines.stream()
                .filter(line -> line.network().contains(address))
                .findFirst()
                .map(Line::regions)
                .orElse(List.of());
    }

    private static void add(List<Line> lines, String text) {
        String content = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
        if (content.isBlank()) {
            return;
        }
        if (lines.size() == MAX_LINES) {
            throw new IllegalArgumentException(
                    "a table has at most " + MAX_LINES + " networks; use a database instead");
        }
        String[] words = content.strip().split("[\\s,]+");
        if (words.length == 1) {
            throw new IllegalArgumentException("name at least one region after the network");
        }
        lines.add(new Line(
                Network.of(words[0]), Stream.of(words).skip(1).map(Region::new).toList()));
    }
}
