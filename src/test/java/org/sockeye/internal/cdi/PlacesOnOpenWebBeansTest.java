package org.sockeye.internal.cdi;

class PlacesOnOpenWebBeansTest extends PlaceContract {

    PlacesOnOpenWebBeansTest() {
        super(CdiImplementation.OPEN_WEB_BEANS);
    }
}
