package org.sockeye.internal.cdi;

class AnswersOnOpenWebBeansTest extends AnswerContract {

    AnswersOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
