package org.sockeye;

/** A setting that cannot work; the message names the setting, its value, and what is allowed. */
public class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the setting, the value and what is allowed, in words. */
    public ConfigurationException(String message) {
        super(message);
    }
}
