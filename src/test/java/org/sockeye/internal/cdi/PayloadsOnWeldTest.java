package org.sockeye.internal.cdi;

class PayloadsOnWeldTest extends PayloadContract {

    PayloadsOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
