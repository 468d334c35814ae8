package org.sockeye.spi;

public interface Answers {
    void answer(AnswerPacket answer);
    void expect(int answers);
}
