package org.sockeye.internal.web;

/**
 * Origins as the setting {@code corsOrigins} writes them: an exact one, any subdomain ({@code https://*.example.com}), any port
 * ({@code http://localhost:*}).
 *
 * <p>The whole origin is compared, and no regular expression is run over it. What stands for the asterisk is one or more labels of a host
 * name, so nothing that ends the host (a slash, an at sign, a port) can hide in it.
 */
record OriginPattern(String scheme, String host, boolean subdomains, boolean anyPort) {

    private static final String SEPARATOR = "://";
    private static final String ANY_PORT = ":*";

    /** Reads one of the setting; for any port, the host is without a port, otherwise with it. */
    static OriginPattern of(String text) {
        int end = text.indexOf(SEPARATOR) + SEPARATOR.length();
        boolean anyPort = text.endsWith(ANY_PORT);
        String host = text.substring(end, anyPort ? text.length() - ANY_PORT.length() : text.length());
        boolean subdomains = host.startsWith("*.");
        return new OriginPattern(text.substring(0, end), subdomains ? host.substring(1) : host, subdomains, anyPort);
    }

    boolean matches(String origin) {
        if (!origin.startsWith(scheme)) {
            return false;
        }
        String authority = origin.substring(scheme.length());
        String rest = anyPort ? withoutPort(authority) : authority;
        if (!subdomains) {
            return rest.equals(host);
        }
        return rest.endsWith(host) && isLabels(rest.substring(0, rest.length() - host.length()));
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon >= 0
                && authority.length() - colon <= 6
                && authority.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return port ? authority.substring(0, colon) : authority;
    }

    private static boolean isLabels(String text) {
        return !text.isEmpty()
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.chars().allMatch(OriginPattern::isOfLabels);
    }

    private static boolean isOfLabels(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }
}
