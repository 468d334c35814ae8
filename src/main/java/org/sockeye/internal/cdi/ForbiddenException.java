package org.sockeye.internal.cdi;

/** What error listeners are told when an observer is not for the caller. Without a stack trace, since a client can have it made at will. */
final class ForbiddenException extends SecurityException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
