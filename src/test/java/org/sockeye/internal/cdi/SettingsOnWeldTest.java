package org.sockeye.internal.cdi;

class SettingsOnWeldTest extends SettingContract {

    SettingsOnWeldTest() {
        super(CdiImplementation.WELD);
    }
}
