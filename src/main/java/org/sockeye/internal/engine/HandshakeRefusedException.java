package org.sockeye.internal.engine;

/** A session cannot begin although its request was in order. The application was told. */
public final class HandshakeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HandshakeRefusal refusal;

    HandshakeRefusedException(HandshakeRefusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    public HandshakeRefusal refusal() {
        return refusal;
    }
}
