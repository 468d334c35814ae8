package org.sockeye.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.catalina.util.ServerInfo;
import org.sockeye.benchmarks.server.Contender;

/** Prints what was measured, row by row as it comes. */
final class Table {

    Table(Options options) {
        System.out.printf(
                "%d processors, %s %s, Java %s, Tomcat %s; %d clients, messages of %d characters, "
                        + "%d rounds of %d s after %d s of warm-up%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                ServerInfo.getServerNumber(),
                options.peers(),
                options.size(),
                options.rounds(),
                options.measured().toSeconds(),
                options.warmUp().toSeconds());
        System.out.println(
                "| scenario | server | messages per CPU second | of bare | messages per second | median ms | 99 % ms |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    }

    void add(Scenario scenario, Map<Contender, List<Round>> rounds) {
        double bare = median(rounds.get(Contender.BARE), Round::perCpuSecond);
        rounds.forEach((contender, each) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.0f %% | %s | %s | %s |%n",
                scenario,
                contender,
                spread(each, Round::perCpuSecond, "%,.0f"),
                100 * median(each, Round::perCpuSecond) / bare,
                spread(each, Round::perSecond, "%,.0f"),
                spread(each, Round::median, "%.2f"),
                spread(each, Round::p99, "%.2f")));
    }

    private static String spread(List<Round> rounds, ToDoubleFunction<Round> value, String format) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "**" + format + "** (" + format + " to " + format + ")",
                median(rounds, value),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
