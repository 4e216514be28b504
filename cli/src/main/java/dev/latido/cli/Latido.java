package dev.latido.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code latido} command; what it can do is in its sub-commands. */
@Command(
        name = "latido",
        // In the order in which --help lists them.
        subcommands = {
            BacktestCommand.class,
            DemoCommand.class,
            ModelCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            RulesCommand.class,
            ScoreCommand.class,
            SimulateCommand.class,
            TopicsCommand.class,
            TrainCommand.class
        },
        description = "Live customer health from clickstream and billing events.",
        versionProvider = LatidoVersion.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done.", "1:Failed; a sentence on stderr says why.", "2:Wrong usage."})
public final class Latido {

    private final Map<String, String> environment;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure, as LATIDO_DEBUG=1 does.")
    private boolean debug;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Append the log to FILE; - is stderr. Without it, only warnings are shown.")
    private @Nullable Path log;

    private Latido(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** The whole command, ready to run; {@code environment} holds the environment variables it is to see. */
    static CommandLine commandLine(Map<String, String> environment) {
        Latido latido = new Latido(environment);
        return new CommandLine(latido)
                .setExecutionStrategy(latido::execute)
                .setParameterExceptionHandler(latido::rejectUsage);
    }

    private int execute(ParseResult parsed) {
        try {
            if (log != null) {
                Logs.writeTo(log);
            }
            return new RunLast().execute(parsed);
        } catch (ParameterException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            PrintWriter err = parsed.commandSpec().commandLine().getErr();
            printTrace(e, err);
            err.println("latido: " + FailureSentence.of(e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int rejectUsage(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        printTrace(e, err);
        err.println("latido: " + FailureSentence.onOneLine(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print(command.getHelp().fullSynopsis());
        err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private void printTrace(Throwable failure, PrintWriter err) {
        if (debug || "1".equals(environment.get("LATIDO_DEBUG"))) {
            failure.printStackTrace(err);
        }
    }
}
