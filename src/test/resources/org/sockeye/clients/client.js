// Talks to ClientsApplication with npm's socket.io-client. Arguments: the address, the transports, or "default" for no options at all, and the
// module of another parser, if there is one.
const assert = require("node:assert");
const { io } = require("socket.io-client");

const [address, transports, parser] = process.argv.slice(2);
const options = transports === "default" ? {} : { transports: transports.split(",") };
if (parser) {
  options.parser = require(parser);
}
const step = { now: "connecting" };
const bytes = (...values) => Buffer.from(values);
const event = (socket, name) => new Promise((resolve) => socket.once(name, (...args) => resolve(args)));

async function talk(socket) {
  const values = ["Grüße €😀", 1, 2.5, true, null, ["a", { b: [] }], { c: { d: "e" } }];
  assert.deepStrictEqual(await ask(socket, "echo", ...values), values);
  assert.deepStrictEqual(await ask(socket, "echo"), []);
  for (const binary of [bytes(1, 2, 255), new Uint8Array([1, 2, 255]), new Uint8Array([1, 2, 255]).buffer]) {
    assert.deepStrictEqual(await ask(socket, "echo", binary, { deep: [binary] }), [
      bytes(1, 2, 255),
      { deep: [bytes(1, 2, 255)] },
    ]);
  }
  const echoed = event(socket, "echoed");
  socket.emit("echo back", "x", bytes(9));
  assert.deepStrictEqual(await echoed, ["x", bytes(9)]);
  const photo = await socket.emitWithAck("photo", { name: "cat", data: bytes(7, 8) });
  assert.deepStrictEqual(photo, { name: "cat!", data: bytes(7, 8, 7, 8) });
  const large = Buffer.alloc(200_000, 5);
  assert.deepStrictEqual(await ask(socket, "echo", large), [large]);
}

function ask(socket, name, ...args) {
  return new Promise((resolve) => socket.emit(name, ...args, (...reply) => resolve(reply)));
}

async function beAsked(socket) {
  socket.once("question", (text, data, answer) => answer({ text, data }));
  const answered = event(socket, "answered");
  socket.emit("ask me");
  assert.deepStrictEqual(await answered, [{ text: "how much?", data: bytes(1, 2, 3) }]);
}

async function inOrder(socket) {
  const replies = [];
  for (let i = 0; i < 500; i++) {
    replies.push(ask(socket, "echo", i));
  }
  assert.deepStrictEqual((await Promise.all(replies)).flat(), [...Array(500).keys()]);
}

async function namespaces() {
  const refused = io(address + "refusing", { ...options, auth: { token: "abc" } });
  const [error] = await event(refused, "connect_error");
  assert.strictEqual(error.message, "not you");
  assert.deepStrictEqual(error.data, { token: "abc" });
  const unknown = io(address + "unknown", options);
  assert.strictEqual((await event(unknown, "connect_error"))[0].message, "Invalid namespace");
  const [one, two] = [io(address + "room", options), io(address + "room", { ...options, forceNew: true })];
  await Promise.all([event(one, "joined"), event(two, "joined")]);
  const said = event(two, "said");
  one.emit("say", "hello");
  assert.deepStrictEqual(await said, ["hello"]);
  [refused, unknown, one, two].forEach((socket) => socket.disconnect());
}

async function main() {
  const socket = io(address, options);
  await event(socket, "connect");
  step.now = "talking";
  const engine = socket.io.engine;
  const upgraded = engine.transport.name === "polling" && transports === "default"
    ? new Promise((resolve) => engine.once("upgrade", resolve))
    : Promise.resolve();
  await Promise.all([talk(socket), beAsked(socket), inOrder(socket), upgraded]);
  await Promise.all([talk(socket), beAsked(socket), inOrder(socket)]);
  console.log("transport " + engine.transport.name);
  step.now = "using namespaces";
  await namespaces();
  step.now = "leaving";
  const gone = event(socket, "disconnect");
  socket.emit("send me away");
  assert.strictEqual((await gone)[0], "io server disconnect");
  console.log("done");
}

setTimeout(() => {
  console.error("stuck while " + step.now);
  process.exit(1);
}, 20_000);

main().then(
  () => process.exit(0),
  (failure) => {
    console.error(failure);
    process.exit(1);
  },
);
