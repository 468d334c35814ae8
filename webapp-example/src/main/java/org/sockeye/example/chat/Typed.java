package org.sockeye.example.chat;

/** What people have typed. A page shows it as text, never as HTML. */
final class Typed {

    private Typed() {}

    /** Without what cannot be seen, and without blanks around it. */
    static String tidy(String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
