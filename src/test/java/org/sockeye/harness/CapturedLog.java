package org.sockeye.harness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/** What is logged below a name while a test runs. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

    public CapturedLog(String name) {
        logger = Logger.getLogger(name);
        setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** Everything so far, one record a line, stack traces included. */
    public String text() {
        return records.stream().map(CapturedLog::line).collect(Collectors.joining("\n"));
    }

    /** The records of at least this level. */
    public String text(Level least) {
        return records.stream()
                .filter(entry -> entry.getLevel().intValue() >= least.intValue())
                .map(CapturedLog::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getLevel() + " " + entry.getLoggerName() + " " + new SimpleFormatter().formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
