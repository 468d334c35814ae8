package org.sockeye.spi;

public interface JsonCodecProvider {
    JsonCodec create();
    String name();
}
