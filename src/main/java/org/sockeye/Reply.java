package org.sockeye;

/** What a client gave to the callback of an acknowledged event: usually one argument, possibly none or several. */
public interface Reply extends Arguments {}
