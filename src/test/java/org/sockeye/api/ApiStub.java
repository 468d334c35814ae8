package org.sockeye.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is public or protected of a type, as Java that compiles: everything that a caller can see, and no bodies.
 *
 * <p>Made from the class, and not from its source, so that it is what callers get: canonical constructors, accessors and the methods of enums are
 * left out, because the compiler makes them again. Members are in the order of their names; that of enum constants and record components is part of
 * the API.
 */
final class ApiStub {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Class<?> type;
    private final TypeNames names;

    private ApiStub(Class<?> type, TypeNames names) {
        this.type = type;
        this.names = names;
    }

    static String of(Class<?> type) {
        TypeNames names = new TypeNames(type);
        String body = new ApiStub(type, names).source();
        return "package " + type.getPackageName() + ";\n\n" + names.imports() + body;
    }

    private String source() {
        Stream<String> members = Stream.of(constants(), fields(), constructors(), methods(), nested())
                .flatMap(kind -> kind);
        return annotations(type, "\n") + header() + " {\n"
                + members.map(member -> "    " + member.replace("\n", "\n    ") + "\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    private String header() {
        return modifiers()
                + kind() + " "
                + type.getSimpleName()
                + names.parameters(type.getTypeParameters()).stripTrailing()
                + components()
                + supertypes()
                + permits();
    }

    private String modifiers() {
        int shown = type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC);
        boolean free = type.isInterface() || type.isEnum() || type.isRecord();
        int extra = free ? 0 : type.getModifiers() & (Modifier.ABSTRACT | Modifier.FINAL);
        return spaced(Modifier.toString(shown | extra)) + sealing();
    }

    private String sealing() {
        if (type.isSealed()) {
            return "sealed ";
        }
        boolean closed = Modifier.isFinal(type.getModifiers()) || type.isEnum();
        Stream<Class<?>> supertypes =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return !closed && supertypes.anyMatch(Class::isSealed) ? "non-sealed " : "";
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private String components() {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(component -> names.name(component.getAnnotatedType()) + " " + component.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private String supertypes() {
        if (type.isAnnotation()) {
            return "";
        }
        String interfaces = names.joined(type.getAnnotatedInterfaces());
        String keyword = type.isInterface() ? " extends " : " implements ";
        return superclass() + (interfaces.isEmpty() ? "" : keyword + interfaces);
    }

    private String superclass() {
        boolean implied =
                type.isInterface() || type.isEnum() || type.isRecord() || type.getSuperclass() == Object.class;
        return implied ? "" : " extends " + names.name(Objects.requireNonNull(type.getAnnotatedSuperclass()));
    }

    private String permits() {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(names::name)
                        .collect(Collectors.joining(", ", " permits ", ""))
                : "";
    }

    private Stream<String> constants() {
        return type.isEnum()
                ? Stream.of(Arrays.stream(type.getFields())
                        .filter(Field::isEnumConstant)
                        .map(Field::getName)
                        .collect(Collectors.joining(", ", "", ";")))
                : Stream.empty();
    }

    private Stream<String> fields() {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()) && !field.isEnumConstant() && !field.isSynthetic())
                .sorted(Comparator.comparing(Field::getName))
                .map(field -> spaced(Modifier.toString(field.getModifiers())) + names.name(field.getAnnotatedType())
                        + " " + field.getName() + " = " + value(field) + ";");
    }

    /** A constant's value is compiled into callers; that of another field is nobody's business. */
    private String value(Field field) {
        boolean constant = field.getType().isPrimitive() || field.getType() == String.class;
        try {
            return constant ? names.literal(Objects.requireNonNull(field.get(null))) : "null";
        } catch (IllegalAccessException hidden) {
            return nothing(field.getType());
        }
    }

    private Stream<String> constructors() {
        if (type.isInterface() || type.isEnum()) {
            return Stream.empty();
        }
        List<Constructor<?>> visible = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isVisible(constructor.getModifiers()) && !isCanonical(constructor))
                .sorted(Comparator.comparing(Constructor::toString))
                .toList();
        return visible.isEmpty() && !type.isRecord()
                ? Stream.of("private " + type.getSimpleName() + "() { " + toSuper() + " }")
                : visible.stream().map(this::constructor);
    }

    private boolean isCanonical(Constructor<?> constructor) {
        return type.isRecord() && Arrays.equals(constructor.getParameterTypes(), componentTypes());
    }

    private Class<?>[] componentTypes() {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
    }

    private String constructor(Constructor<?> constructor) {
        String body = type.isRecord() ? "this" + nothings(componentTypes()) : toSuper();
        return spaced(Modifier.toString(constructor.getModifiers()))
                + names.parameters(constructor.getTypeParameters())
                + type.getSimpleName() + signature(constructor) + " { " + body + " }";
    }

    private String toSuper() {
        return Arrays.stream(type.getSuperclass().getDeclaredConstructors())
                .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers()))
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .map(constructor -> "super" + nothings(constructor.getParameterTypes()))
                .orElseThrow();
    }

    private String nothings(Class<?>[] types) {
        return Arrays.stream(types)
                .map(each -> "(" + names.name(each) + ") " + nothing(each))
                .collect(Collectors.joining(", ", "(", ");"));
    }

    private static String nothing(Class<?> type) {
        return type == boolean.class ? "false" : type.isPrimitive() ? "0" : "null";
    }

    private Stream<String> methods() {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isVisible(method.getModifiers()) && !method.isSynthetic() && !isImplied(method))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .map(this::method);
    }

    private boolean isImplied(Method method) {
        boolean none = method.getParameterCount() == 0;
        boolean ofEnum = type.isEnum()
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
        boolean accessor = type.isRecord()
                && none
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(method.getName()));
        return ofEnum || accessor || OF_EVERY_OBJECT.contains(method.getName());
    }

    private String method(Method method) {
        boolean bodiless = Modifier.isAbstract(method.getModifiers());
        return annotations(method, " ")
                + spaced(modifiersOf(method))
                + names.parameters(method.getTypeParameters())
                + names.name(method.getAnnotatedReturnType())
                + " " + method.getName() + signature(method)
                + (method.getDefaultValue() == null ? "" : " default " + names.literal(method.getDefaultValue()))
                + (bodiless ? ";" : " { throw null; }");
    }

    private String modifiersOf(Method method) {
        int shown = method.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE & ~Modifier.SYNCHRONIZED;
        if (!type.isInterface()) {
            return Modifier.toString(shown);
        }
        String plain = Modifier.toString(shown & ~Modifier.ABSTRACT & ~Modifier.PUBLIC);
        return method.isDefault() ? "default" : plain;
    }

    private String signature(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        String listed = Stream.iterate(0, i -> i < parameters.length, i -> i + 1)
                .map(i -> parameter(executable, parameters[i], executable.getAnnotatedParameterTypes()[i]))
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = names.joined(executable.getAnnotatedExceptionTypes());
        return listed + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private String parameter(Executable executable, Parameter parameter, AnnotatedType declared) {
        String name = names.name(declared);
        boolean variable = executable.isVarArgs() && parameter.isVarArgs();
        return (variable ? name.substring(0, name.length() - 2) + "..." : name) + " " + parameter.getName();
    }

    private Stream<String> nested() {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(each -> isVisible(each.getModifiers()))
                .sorted(Comparator.comparing(Class::getName))
                .map(each -> new ApiStub(each, names).source().stripTrailing());
    }

    private String annotations(AnnotatedElement element, String after) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .sorted(Comparator.comparing(
                        (Annotation each) -> each.annotationType().getName()))
                .map(annotation -> names.annotation(annotation) + after)
                .collect(Collectors.joining());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String spaced(String words) {
        return words.isEmpty() ? "" : words + " ";
    }
}
