package org.sockeye.internal.integration.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.ConvertGroup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockeye.InvalidPayloadException;
import org.sockeye.InvalidPayloadException.Violation;
import org.sockeye.internal.core.InvalidPayload;
import org.sockeye.internal.core.PayloadConstraints;

/**
 * Constraints of Jakarta Validation. The validator is the container's, where it has a bean of that type, so that constraints' validators may be beans;
 * otherwise the default one of the provider that the application brings.
 */
public final class ValidatedPayloads implements PayloadConstraints {

    private static final Logger LOG = System.getLogger("org.sockeye.validation");

    /** What a payload is put into to be validated, as the value of a parameter would be: with all that it holds. */
    private record Holder(@Valid Object payload) {

        static final String NAME = "payload";
    }

    private @Nullable Validator validator; // set by begin, before it is used
    private @Nullable ValidatorFactory ours; // set by begin; only what we made ourselves is closed by us

    @Override
    public boolean begin(Function<Class<?>, @Nullable Object> beans) {
        if (beans.apply(ValidatorFactory.class) instanceof ValidatorFactory factory) {
            validator = factory.getValidator();
            return true;
        }
        try {
            ours = Validation.buildDefaultValidatorFactory();
            validator = ours.getValidator();
            return true;
        } catch (ValidationException absent) {
            LOG.log(Level.DEBUG, "there is no provider of Jakarta Validation: {0}", absent.toString());
            return false;
        }
    }

    @Override
    public boolean concern(Method method, int parameter) {
        AnnotatedType type = method.getAnnotatedParameterTypes()[parameter];
        return areOnParameter(method, parameter) || isCascaded(method.getParameters()[parameter]) || isCascaded(type);
    }

    @Override
    public boolean areOnParameter(Method method, int parameter) {
        return method.getParameters()[parameter].isAnnotationPresent(ConvertGroup.class)
                || isConstrained(method.getParameters()[parameter])
                || isConstrained(method.getAnnotatedParameterTypes()[parameter]);
    }

    private static boolean isCascaded(AnnotatedElement element) {
        return element.isAnnotationPresent(Valid.class) || arguments(element).anyMatch(ValidatedPayloads::isCascaded);
    }

    private static boolean isConstrained(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class))
                || arguments(element).anyMatch(ValidatedPayloads::isConstrained);
    }

    /** What is between the angle brackets of a type. */
    private static Stream<AnnotatedType> arguments(AnnotatedElement element) {
        return element instanceof AnnotatedParameterizedType generic
                ? Stream.of(generic.getAnnotatedActualTypeArguments())
                : Stream.empty();
    }

    @Override
    public void check(Object value) {
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (content != null && validator != null) {
            Set<ConstraintViolation<Holder>> found = validator.validate(new Holder(content));
            if (!found.isEmpty()) {
                throw invalid(List.copyOf(found), Holder.NAME, new ConstraintViolationException(found));
            }
        }
    }

    @Override
    public void checkParameter(Object bean, Method method, int parameter, Object value) {
        if (validator == null) {
            return;
        }
        Object[] arguments = new Object[method.getParameterCount()];
        arguments[parameter] = value;
        List<ConstraintViolation<Object>> found =
                validator.forExecutables().validateParameters(bean, method, arguments).stream()
                        .filter(violation -> isOf(violation.getPropertyPath(), method, parameter))
                        .toList();
        if (!found.isEmpty()) {
            throw ofParameter(found, new ConstraintViolationException(Set.copyOf(found)));
        }
    }

    @Override
    public @Nullable InvalidPayloadException found(Throwable thrown, Method method, int parameter) {
        if (!(thrown instanceof ConstraintViolationException invalid) || invalid.getConstraintViolations() == null) {
            return null;
        }
        List<ConstraintViolation<?>> found = List.copyOf(invalid.getConstraintViolations());
        boolean isOfPayload = !found.isEmpty()
                && found.stream().allMatch(violation -> isOf(violation.getPropertyPath(), method, parameter));
        return isOfPayload ? ofParameter(found, invalid) : null;
    }

    /** Whether a violation is one of this parameter, and not of something that the method has called. */
    private static boolean isOf(Path path, Method method, int parameter) {
        Iterator<Path.Node> nodes = path.iterator();
        Path.Node first = nodes.next();
        return first.getKind() == ElementKind.METHOD
                && first.as(Path.MethodNode.class).getName().equals(method.getName())
                && first.as(Path.MethodNode.class).getParameterTypes().equals(List.of(method.getParameterTypes()))
                && nodes.hasNext()
                && nodes.next() instanceof Path.ParameterNode node
                && node.getParameterIndex() == parameter;
    }

    private static InvalidPayloadException ofParameter(
            List<? extends ConstraintViolation<?>> found, ConstraintViolationException cause) {
        Iterator<Path.Node> nodes = found.get(0).getPropertyPath().iterator();
        return invalid(found, nodes.next().getName() + "." + nodes.next().getName(), cause);
    }

    private static InvalidPayloadException invalid(
            List<? extends ConstraintViolation<?>> found, String holder, ConstraintViolationException cause) {
        return InvalidPayload.of(
                found.stream()
                        .map(violation -> new Violation(
                                inside(violation.getPropertyPath().toString(), holder), violation.getMessage()))
                        .toList(),
                cause);
    }

    /** The path in the payload, without what holds that. */
    private static String inside(String path, String holder) {
        String rest = path.substring(holder.length());
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }

    @Override
    public void end() {
        if (ours != null) {
            ours.close();
        }
    }
}
