package io.fairlead.adapters.geo;

import io.fairlead.domain.allocation.Region;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An operator's table of networks: each line names a network and the regions that are near to it, the nearest first, for
 * example {@code 10.1.0.0/16 west-europe north-europe}. What follows a {@code #} is a comment. The longest network that
 * holds an address counts, as in routing.
 */
final class RegionTable {
    private static final int MAX_LINES = 100_000;
    private static final NavigableSet<Integer> NONE = Collections.emptyNavigableSet();

    private final Map<Network, List<Region>> lines = new HashMap<>();

    /** The lengths of networks that there are, the longest first, by the bytes of an address. */
    private final Map<Integer, NavigableSet<Integer>> lengths = new HashMap<>();

    private RegionTable() {}

    /** No network is known. */
    static RegionTable empty() {
        return new RegionTable();
    }

    /** @throws UnusableFile with the number of the line that cannot be understood */
    static RegionTable read(Path file) {
        RegionTable table = new RegionTable();
        int number = 0;
        try (Stream<String> texts = Files.lines(file)) {
            for (String text : (Iterable<String>) texts::iterator) {
                number++;
                table.add(text);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnusableFile(file, "it cannot be read as text: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(file, "line " + number + ": " + e.getMessage(), e);
        }
        return table;
    }

    List<Region> of(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (int bits : lengths.getOrDefault(bytes.length, NONE)) {
            List<Region> found = lines.get(Network.of(bytes, bits));
            if (found != null) return found;
        }
        return List.of();
    }

    private void add(String text) {
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
        add(Network.of(words[0]), Stream.of(words).skip(1).map(Region::new).toList());
    }

    /** Of a network that stands there twice the first line counts. */
    private void add(Network network, List<Region> regions) {
        lines.putIfAbsent(network, regions);
        lengths.computeIfAbsent(network.base().capacity(), any -> new TreeSet<>(Comparator.reverseOrder()))
                .add(network.bits());
    }
}
