// Writes the version of npm's socket.io, and then the public members of its classes, inherited ones, too: one a line. Arguments: the classes.
// Public is what its type declarations make visible, unless a comment there says that it is private.
const path = require("node:path");
const ts = require("typescript");

const manifest = require.resolve("socket.io/package.json");
const declarations = path.join(path.dirname(manifest), require(manifest).types);
const program = ts.createProgram([declarations], { module: ts.ModuleKind.CommonJS, skipLibCheck: true });
const checker = program.getTypeChecker();
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(declarations)));
const HIDING_MODIFIERS = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
const HIDING_TAGS = ["private", "protected", "internal"];

function isHidden(declaration) {
  const tags = ts.getJSDocTags(declaration).map((tag) => tag.tagName.text);
  return ts.getCombinedModifierFlags(declaration) & HIDING_MODIFIERS || tags.some((tag) => HIDING_TAGS.includes(tag));
}

function members(name) {
  const symbol = exported.find((one) => one.name === name);
  return checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((member) => !member.name.startsWith("__@")) // a symbol of JavaScript
    .filter((member) => !member.declarations.every(isHidden))
    .map((member) => `${name}.${member.name}`);
}

console.log("socket.io " + require(manifest).version);
process.argv.slice(2).forEach((name) => console.log(members(name).join("\n")));
