package org.sockeye;

public class ConfigurationException extends RuntimeException {
    public ConfigurationException(String message) { super(); }
}
