package org.sockeye.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the compiler's parser tells of source files: how long they and their methods are, and what is in them. */
final class JavaSources {

    /** Something found in a file, and how many lines it has. */
    record Found(String where, int lines) {}

    /** A top-level type, and where its file is. */
    record TopLevelType(String path, boolean isPublic) {}

    final List<TopLevelType> types = new ArrayList<>();
    final List<Found> files = new ArrayList<>();
    final List<Found> methods = new ArrayList<>();
    final List<Found> emptyCatches = new ArrayList<>();
    final List<Found> unexplainedFields = new ArrayList<>();

    /** Parses every Java file below a directory. */
    static JavaSources below(Path directory) {
        JavaSources sources = new JavaSources();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(directory);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths =
                    walk.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(paths));
            for (CompilationUnitTree unit : task.parse()) {
                sources.add(unit, Trees.instance(task).getSourcePositions());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sources;
    }

    private void add(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        List<String> lines =
                unit.getSourceFile().getCharContent(true).toString().lines().toList();
        String name = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
        files.add(new Found(name, lines.size()));
        for (Tree type : unit.getTypeDecls()) {
            boolean isPublic = type instanceof ClassTree top
                    && top.getModifiers().getFlags().contains(Modifier.PUBLIC);
            types.add(new TopLevelType(unit.getSourceFile().toUri().getPath(), isPublic));
        }
        new Scanner(unit, positions, name, lines).scan(unit, null);
    }

    /** Walks one file. */
    private final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final String name;
        private final List<String> lines;

        Scanner(CompilationUnitTree unit, SourcePositions positions, String name, List<String> lines) {
            this.unit = unit;
            this.positions = positions;
            this.name = name;
            this.lines = lines;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (method.getBody() != null) {
                methods.add(found(method));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree clause, @Nullable Void unused) {
            if (clause.getBlock().getStatements().isEmpty()) {
                emptyCatches.add(found(clause));
            }
            return super.visitCatch(clause, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.ENUM) {
                type.getMembers().stream()
                        .filter(member -> member instanceof VariableTree field && isUnexplained(field))
                        .forEach(field -> unexplainedFields.add(found(field)));
            }
            return super.visitClass(type, null);
        }

        private boolean isUnexplained(VariableTree field) {
            return isWritten(field)
                    && !lines.get(firstLine(field) - 2).matches("\\s*(//|\\*|/\\*).*")
                    && !lines.get(lastLine(field) - 1).contains("//");
        }

        private boolean isWritten(VariableTree field) {
            boolean enumConstant =
                    field.getInitializer() != null && positions.getStartPosition(unit, field.getType()) < 0;
            return !enumConstant && !field.getModifiers().getFlags().contains(Modifier.FINAL);
        }

        private Found found(Tree tree) {
            int first = firstLine(tree);
            return new Found(name + ":" + first, lastLine(tree) - first + 1);
        }

        private int firstLine(Tree tree) {
            return (int) unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        private int lastLine(Tree tree) {
            return (int) unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
        }
    }
}
