package io.fairlead.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets stand in environment variables and files, never in the declaration itself, and are never printed. */
final class Secrets {
    private final Environment environment;
    private final Path folder;

    /** @param folder that paths of files are relative to: the declaration's own */
    Secrets(Environment environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** The environment of the process. */
    @FunctionalInterface
    interface Environment {
        /** The value of a variable, or null. */
        String get(String name);
    }

    /** The secret that a node refers to. */
    String resolve(Declared reference, String what) {
        Optional<Declared> variable = reference.member("env");
        Optional<Declared> file = reference.member("file");
        if (variable.isPresent() == file.isPresent() || reference.members().size() != 1) {
            throw reference.problem(what + " is a secret: write {env: NAME} or {file: PATH}, not the secret itself");
        }
        return variable.map(this::fromEnvironment).orElseGet(() -> fromFile(file.orElseThrow()));
    }

    /** What a node refers to, as it is, where it is no secret. */
    byte[] bytes(Declared reference) {
        Optional<Declared> file = reference.member("file");
        return file.map(this::bytesOf)
                .orElseGet(() -> resolve(reference, "a certificate").getBytes(StandardCharsets.UTF_8));
    }

    private byte[] bytesOf(Declared path) {
        try {
            return Files.readAllBytes(folder.resolve(path.text()));
        } catch (IOException e) {
            throw path.problem("the file " + path.text() + " cannot be read");
        }
    }

    private String fromEnvironment(Declared name) {
        return Optional.ofNullable(environment.get(name.text()))
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .orElseThrow(() -> name.problem("the environment variable " + name.text() + " is not set"));
    }

    private String fromFile(Declared path) {
        try {
            return Files.readString(folder.resolve(path.text())).strip();
        } catch (IOException e) {
            throw path.problem("the file " + path.text() + " cannot be read");
        }
    }
}
