package org.sockeye.internal.cdi;

class RefusalsOnWeldTest extends RefusalContract {

    RefusalsOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
