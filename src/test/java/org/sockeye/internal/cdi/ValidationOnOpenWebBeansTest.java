package org.sockeye.internal.cdi;

class ValidationOnOpenWebBeansTest extends ValidationContract {

    ValidationOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
