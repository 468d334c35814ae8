package org.sockeye.internal.cdi;

class ScopesOnWeldTest extends ScopeContract {

    ScopesOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
