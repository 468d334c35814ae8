package org.sockeye;

public interface Reply extends Arguments {
}
