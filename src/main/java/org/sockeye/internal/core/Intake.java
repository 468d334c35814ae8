package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.MalformedPacketException;
import org.sockeye.internal.protocol.PacketDecoder;
import org.sockeye.internal.protocol.SocketPacket;

/** Makes packets of the messages of one client, and hands them to it on the thread that read them. */
final class Intake {

    private final Client client;
    private final Dispatcher dispatcher;
    private final PacketDecoder decoder;
    private final AttachmentsDeadline attachmentsDeadline;
    /** The thread that reads a message now, if that is the one that handles it; volatile, since others ask. */
    private volatile @Nullable Thread reader;

    Intake(Client client, PacketForm form, ServerEnvironment environment, Dispatcher dispatcher) {
        this.client = client;
        this.dispatcher = dispatcher;
        this.decoder = form.decoder(environment.config());
        this.attachmentsDeadline = new AttachmentsDeadline(environment, this::onAttachmentsDeadline);
    }

    void read(String text) {
        handle(() -> decoder.add(text));
    }

    void read(byte[] data) {
        handle(() -> decoder.add(data));
    }

    /** Does something as the thread that reads. */
    void during(Runnable work) {
        reader = readingThread();
        try {
            work.run();
        } finally {
            reader = null;
        }
    }

    /** Whether the current thread reads a message of this client, and handles it. */
    boolean isOnThisThread() {
        return Thread.currentThread() == reader;
    }

    /** Nothing more is read. */
    void close() {
        attachmentsDeadline.disarm();
        decoder.close();
    }

    private @Nullable Thread readingThread() {
        return dispatcher.isOnContainerThreads() ? Thread.currentThread() : null;
    }

    private void handle(Decoding decoding) {
        reader = readingThread();
        try {
            SocketPacket packet = decoding.next();
            if (packet == null) {
                awaitAttachments();
            } else {
                attachmentsDeadline.disarm();
                packet.dispatch(client);
            }
        } catch (MalformedPacketException malformed) {
            CoreLog.debug("a client sent what is no packet: {0}", String.valueOf(malformed.getMessage()));
            client.close();
        } finally {
            reader = null;
        }
    }

    /** Holds a part of a packet only for a socket that may have it, and only for as long as a dead client would be kept. */
    private void awaitAttachments() {
        String namespace = decoder.awaited();
        if (namespace != null && client.mayReceiveIn(namespace)) {
            attachmentsDeadline.arm();
        }
    }

    private void onAttachmentsDeadline() {
        CoreLog.debug("a client is closed: it sent a part of a packet, and not the rest");
        decoder.close();
        client.close();
    }

    /** What the decoder makes of a message. */
    @FunctionalInterface
    private interface Decoding {
        @Nullable
        SocketPacket next() throws MalformedPacketException;
    }
}
