/** A chat with rooms, written as CDI observers. */
package org.sockeye.example.chat;
