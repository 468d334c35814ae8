package org.sockeye.internal.cdi;

class AccessOnWeldTest extends AccessContract {

    AccessOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
