package org.sockeye.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Accept-Encoding headers of a request. What cannot be read in them counts as not accepted. */
final class AcceptedCodings {

    private static final String ANY = "*";
    private static final String IDENTITY = "identity";

    private final Map<String, Double> qualities = new HashMap<>();

    AcceptedCodings(List<String> headers) {
        for (String header : headers) {
            for (String coding : header.split(",", -1)) {
                add(coding.split(";", -1));
            }
        }
    }

    private void add(String[] parts) {
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            qualities.putIfAbsent(name, qualityIn(parts));
        }
    }

    private static double qualityIn(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String quality = parameter.substring(2).strip();
                return quality.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(quality) : 0;
            }
        }
        return 1;
    }

    /** How much a coding is wanted, from 0, not at all, to 1. */
    double quality(String coding) {
        return qualities.getOrDefault(coding, qualities.getOrDefault(ANY, 0.0));
    }

    /** How much it is wanted to have no coding: only what is said of it counts. */
    double qualityOfIdentity() {
        return qualities.getOrDefault(IDENTITY, 0.0);
    }
}
