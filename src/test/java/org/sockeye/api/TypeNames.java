package org.sockeye.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How types are written in one source file: by their simple names, with the imports for them. */
final class TypeNames {

    private final String ownPackage;
    private final Map<String, Class<?>> taken = new TreeMap<>();

    TypeNames(Class<?> type) {
        this.ownPackage = type.getPackageName();
        name(type);
    }

    /** The imports for all that was written. */
    String imports() {
        String imports = taken.values().stream()
                .map(Class::getName)
                .filter(name -> !isVisible(name.substring(0, name.lastIndexOf('.'))))
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return imports.isEmpty() ? "" : imports + "\n";
    }

    private boolean isVisible(String packageName) {
        return packageName.equals("java.lang") || packageName.equals(ownPackage);
    }

    String name(Class<?> type) {
        if (type.isArray()) {
            return name(type.getComponentType()) + "[]";
        }
        if (type.isPrimitive()) {
            return type.getName();
        }
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? topLevel(type) : name(outer) + "." + type.getSimpleName();
    }

    private String topLevel(Class<?> type) {
        Class<?> holder = taken.putIfAbsent(type.getSimpleName(), type);
        return holder == null || holder == type ? type.getSimpleName() : type.getName();
    }

    String name(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return name(array.getAnnotatedGenericComponentType()) + annotations(array, " ", "") + "[]";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return annotations(wildcard, "", " ") + "?" + bounds(wildcard);
        }
        if (type instanceof AnnotatedTypeVariable variable) {
            return annotations(variable, "", " ") + ((TypeVariable<?>) variable.getType()).getName();
        }
        return declared(type);
    }

    private String declared(AnnotatedType type) {
        String name = name(raw(type.getType()));
        int simple = name.lastIndexOf('.') + 1;
        return name.substring(0, simple) + annotations(type, "", " ") + name.substring(simple) + arguments(type);
    }

    private String arguments(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType parameterized
                ? "<" + joined(parameterized.getAnnotatedActualTypeArguments()) + ">"
                : "";
    }

    private String bounds(AnnotatedWildcardType wildcard) {
        if (wildcard.getAnnotatedLowerBounds().length > 0) {
            return " super " + name(wildcard.getAnnotatedLowerBounds()[0]);
        }
        String upper = name(wildcard.getAnnotatedUpperBounds()[0]);
        return upper.equals("Object") ? "" : " extends " + upper;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    String joined(AnnotatedType[] types) {
        return Arrays.stream(types).map(this::name).collect(Collectors.joining(", "));
    }

    /** The declaration of type parameters, with a space behind, or nothing. */
    String parameters(TypeVariable<?>[] parameters) {
        return parameters.length == 0
                ? ""
                : Arrays.stream(parameters).map(this::parameter).collect(Collectors.joining(", ", "<", "> "));
    }

    private String parameter(TypeVariable<?> parameter) {
        String bound =
                Arrays.stream(parameter.getAnnotatedBounds()).map(this::name).collect(Collectors.joining(" & "));
        return parameter.getName() + (bound.equals("Object") ? "" : " extends " + bound);
    }

    private String annotations(AnnotatedType type, String before, String after) {
        return Arrays.stream(type.getAnnotations())
                .map(annotation -> before + annotation(annotation) + after)
                .collect(Collectors.joining());
    }

    String annotation(Annotation annotation) {
        String values = Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(method -> element(annotation, method))
                .collect(Collectors.joining(", "));
        return "@" + name(annotation.annotationType()) + (values.isEmpty() ? "" : "(" + values + ")");
    }

    private Stream<String> element(Annotation annotation, Method method) {
        try {
            Object value = method.invoke(annotation);
            return Objects.deepEquals(value, method.getDefaultValue())
                    ? Stream.empty()
                    : Stream.of(method.getName() + " = " + literal(value));
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String literal(Object value) {
        if (value.getClass().isArray()) {
            return Stream.iterate(0, i -> i < Array.getLength(value), i -> i + 1)
                    .map(i -> literal(Array.get(value, i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Enum<?> constant) {
            return name(constant.getDeclaringClass()) + "." + constant.name();
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
