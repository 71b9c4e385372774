package io.fairlead.cli;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The command line. Ends with 0 when all went well, 1 when something has to be put right, 2 when it was misunderstood. */
public final class Main {
    private static final String USAGE = """
            Usage: fairlead plan  FILE [options]    show what would change
                   fairlead apply FILE [options]    change it
                   fairlead reencrypt  [options]    bring all stored secrets under the first configured key

              --connection FILE            which service (data/connection.properties)
              --connection-string-env NAME take the connection string from this environment variable
              --endpoint HOST[:PORT]       another address of the service
              --ca FILE                    another certificate authority of the service, PEM
            """;
    private static final int PROBLEM = 1;
    private static final int MISUSE = 2;

    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System::getenv, System.out, System.err));
    }

    static int run(List<String> arguments, Secrets.Environment environment, PrintStream out, PrintStream err) {
        try {
            Arguments asked = Arguments.parse(arguments);
            return new Command(asked, environment, Clock.systemUTC()).run(out);
        } catch (Arguments.Misuse e) {
            err.println("fairlead: " + e.getMessage());
            err.print(USAGE);
            return MISUSE;
        } catch (CliProblem e) {
            err.println("fairlead: " + e.getMessage());
            return PROBLEM;
        }
    }

    /** One command, understood. */
    private record Command(Arguments asked, Secrets.Environment environment, Clock clock) {
        int run(PrintStream out) {
            Connection connection = Connection.from(asked, environment);
            HttpClient http =
                    HttpClient.newBuilder().sslContext(connection.trust()).build();
            Api api = new Api(connection, new Signer(connection.policy(), connection.key(), clock), http);
            if (asked.verb() == Arguments.Verb.REENCRYPT) {
                new Reencryption(api).run(out);
            } else {
                compare(asked.file().orElseThrow(), api, connection.policy(), out);
            }
            return 0;
        }

        private void compare(Path file, Api api, String ownPolicy, PrintStream out) {
            Secrets secrets = new Secrets(environment, file.toAbsolutePath().getParent());
            Plan plan = Plan.of(Declaration.read(file), api, secrets, ownPolicy);
            plan.print(out);
            if (asked.verb() == Arguments.Verb.APPLY && !plan.isEmpty()) {
                plan.changes().forEach(change -> {
                    change.carryOut(api);
                    out.println("done: " + change.title());
                });
            }
        }
    }
}
