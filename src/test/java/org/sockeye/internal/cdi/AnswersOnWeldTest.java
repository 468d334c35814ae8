package org.sockeye.internal.cdi;

class AnswersOnWeldTest extends AnswerContract {

    AnswersOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
