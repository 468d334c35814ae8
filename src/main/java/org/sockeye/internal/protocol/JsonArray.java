package org.sockeye.internal.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A well-formed JSON array and where its elements are. An element is cut out when it is asked for, so that an array of a
 * hundred thousand numbers costs no hundred thousand strings. Immutable.
 */
public final class JsonArray {

    private static final JsonArray EMPTY = new JsonArray("[]", new int[0]);

    private final String text;
    /** Start and end of each element in the text. */
    private final int[] bounds;

    JsonArray(String text, int[] bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    /** An array of elements, each well-formed JSON. */
    public static JsonArray of(List<String> elements) {
        if (elements.isEmpty()) {
            return EMPTY;
        }
        int[] bounds = new int[elements.size() * 2];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            text.append(i == 0 ? '[' : ',');
            bounds[2 * i] = text.length();
            text.append(elements.get(i));
            bounds[2 * i + 1] = text.length();
        }
        return new JsonArray(text.append(']').toString(), bounds);
    }

    /** How many elements there are. */
    public int size() {
        return bounds.length / 2;
    }

    /** The JSON of one element. */
    public String element(int index) {
        return text.substring(bounds[2 * index], bounds[2 * index + 1]);
    }

    /** The JSON of every element. */
    public List<String> elements() {
        List<String> elements = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            elements.add(element(i));
        }
        return elements;
    }

    /** The JSON of the whole array. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray that && text.equals(that.text) && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
