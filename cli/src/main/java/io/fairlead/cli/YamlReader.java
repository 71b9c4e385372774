package io.fairlead.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML 1.2 with the place of every part; names are texts and stand once. Aliases may repeat a part, as long as the whole stays
 * small: it is bounded in its depth and in the number of its parts, however short the text is that says it.
 */
final class YamlReader {
    private static final int DEEPEST = 64;
    private static final int MOST_PARTS = 1_000_000;

    private final String file;
    private int parts;

    YamlReader(String file) {
        this.file = file;
    }

    /** The only document of a text; empty when it says nothing. */
    Optional<Declared> read(String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            return new Compose(settings)
                    .composeString(text)
                    .map(root -> declared(root, 1))
                    .filter(root -> root.value() != null);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new CliProblem(file + ", line " + line + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new CliProblem(file + ": " + e.getMessage());
        }
    }

    private Declared declared(Node node, int depth) {
        int line = line(node);
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new Declared(file, line, null)
                    .problem(
                            depth > DEEPEST
                                    ? "there are more than " + DEEPEST
                                            + " levels, or an alias within what it stands for"
                                    : "there are more than " + MOST_PARTS
                                            + " parts, aliases counted as what they stand for");
        }
        if (node instanceof MappingNode mapping) {
            return new Declared(file, line, members(mapping, depth));
        }
        if (node instanceof SequenceNode sequence) {
            List<Declared> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(declared(item, depth + 1)));
            return new Declared(file, line, items);
        }
        return new Declared(file, line, scalar((ScalarNode) node));
    }

    private Map<String, Declared> members(MappingNode mapping, int depth) {
        Map<String, Declared> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new Declared(file, line(tuple.getKeyNode()), null).problem("a name must be a text");
            }
            if (members.put(name.getValue(), declared(tuple.getValueNode(), depth + 1)) != null) {
                throw new Declared(file, line(name), null).problem("'" + name.getValue() + "' is there twice");
            }
        }
        return members;
    }

    private Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT) ? number(node, text) : text;
    }

    private Object number(ScalarNode node, String text) {
        try {
            return node.getTag().equals(Tag.INT) ? (Object) Long.valueOf(text) : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Declared(file, line(node), text).problem("'" + text + "' is a number that JSON has not");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
