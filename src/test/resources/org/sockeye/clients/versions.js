// Talks to ClientsApplication with any version of npm's socket.io-client. Arguments: its module, its major version, the address, the transports by comma.
const assert = require("node:assert");

const [module_, major, address, transports] = process.argv.slice(2);
const io = require(module_);
const old = Number(major) < 3;
const options = { transports: transports.split(","), forceNew: true, reconnection: false };
const step = { now: "connecting" };
const text = "Grüße €😀\u2028";
const event = (socket, name) => new Promise((resolve) => socket.once(name, (...args) => resolve(args)));
const ask = (socket, name, ...args) => new Promise((resolve) => socket.emit(name, ...args, (...reply) => resolve(reply)));

async function events(socket, text) {
  const values = [text, 1, 2.5, true, null, ["a", { b: [] }], { c: { d: "e" } }];
  assert.deepStrictEqual(await ask(socket, "echo", ...values), values);
  assert.deepStrictEqual(await ask(socket, "echo"), []);
  const echoed = event(socket, "echoed");
  socket.emit("echo back", "x");
  assert.deepStrictEqual(await echoed, ["x"]);
}

async function binary(socket) {
  const bytes = Buffer.from([0, 1, 2, 128, 254, 255]);
  assert.deepStrictEqual(await ask(socket, "echo", bytes, { deep: [bytes, "x"] }), [bytes, { deep: [bytes, "x"] }]);
  const echoed = event(socket, "echoed");
  socket.emit("echo back", "x", bytes, Buffer.alloc(0));
  assert.deepStrictEqual(await echoed, ["x", bytes, Buffer.alloc(0)]);
  const large = Buffer.alloc(100_000, 5);
  assert.deepStrictEqual(await ask(socket, "echo", large), [large]);
}

async function beAsked(socket) {
  socket.once("question", (text, data, answer) => answer({ text, data }));
  const answered = event(socket, "answered");
  socket.emit("ask me");
  assert.deepStrictEqual(await answered, [{ text: "how much?", data: Buffer.from([1, 2, 3]) }]);
}

async function inOrder(socket) {
  const replies = [];
  for (let i = 0; i < 200; i++) {
    replies.push(ask(socket, "echo", i));
  }
  assert.deepStrictEqual((await Promise.all(replies)).flat(), [...Array(200).keys()]);
}

async function namespaces() {
  const credentials = old ? { query: { token: "a b&c" } } : { auth: { token: "a b&c" } };
  const refused = io(address + "refusing", { ...options, ...credentials });
  const [error] = await event(refused, old ? "error" : "connect_error");
  assert.deepStrictEqual(old ? error : error.data, { token: "a b&c" });
  const unknown = io(address + "unknown", options);
  assert.strictEqual((await event(unknown, old ? "error" : "connect_error"))[0].message, "Invalid namespace");
  const [one, two] = [io(address + "room", options), io(address + "room", options)];
  await Promise.all([event(one, "joined"), event(two, "joined")]);
  assert.deepStrictEqual(await ask(one, "who"), [major === "1" ? "/room#" + one.id : one.id]);
  const said = event(two, "said");
  one.emit("say", "hello", Buffer.from([255]));
  assert.deepStrictEqual(await said, ["hello", Buffer.from([255])]);
  [refused, unknown, one, two].forEach((socket) => socket.disconnect());
}

async function main() {
  const socket = io(address, options);
  await event(socket, "connect");
  step.now = "talking";
  const engine = socket.io.engine;
  const upgrades = options.transports.length > 1 && engine.transport.name === "polling";
  const upgraded = upgrades ? new Promise((resolve) => engine.once("upgrade", resolve)) : Promise.resolve();
  // Clients of 1.x encode text twice by long-polling and decode it twice, so what they send by one transport and get by another would differ.
  const plain = major === "1" && upgrades;
  await Promise.all([events(socket, plain ? "plain" : text), beAsked(socket), inOrder(socket), upgraded]);
  await events(socket, text);
  step.now = "sending binary";
  await binary(socket);
  await Promise.all([beAsked(socket), inOrder(socket)]);
  assert.deepStrictEqual(await ask(socket, "who"), [socket.id]);
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
