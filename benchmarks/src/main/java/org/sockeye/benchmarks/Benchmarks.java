package org.sockeye.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sockeye.benchmarks.server.Contender;

/** Measures every scenario and prints a table, in Markdown. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        Options options = Options.read();
        if (Options.isSmoke()) {
            System.out.println("A smoke test, to see that everything runs: the numbers below mean nothing.");
        }
        Table table = new Table(options);
        for (Scenario scenario : Scenario.values()) {
            if (scenario.name().contains(options.scenarios())) {
                table.add(scenario, measure(scenario, options));
            }
        }
    }

    /** In turn, so that all see the same of whatever else the machine does. */
    private static Map<Contender, List<Round>> measure(Scenario scenario, Options options) throws IOException {
        Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);
        for (int i = 0; i < options.rounds(); i++) {
            for (Contender contender : Contender.values()) {
                if (scenario.concerns(contender)) {
                    rounds.computeIfAbsent(contender, unseen -> new ArrayList<>())
                            .add(Round.run(scenario, contender, options));
                }
            }
        }
        return rounds;
    }
}
