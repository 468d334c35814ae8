package org.sockeye.internal.cdi;

class PlacesOnWeldTest extends PlaceContract {

    PlacesOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
