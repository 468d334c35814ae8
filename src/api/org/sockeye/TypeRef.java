package org.sockeye;

import java.lang.reflect.Type;

public abstract class TypeRef<T> {
    protected TypeRef() { super(); }
    public static <T> TypeRef<T> of(Class<T> type) { throw null; }
    public final Type type() { throw null; }
}
