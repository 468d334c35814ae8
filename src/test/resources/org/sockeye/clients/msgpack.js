// What MessagePack has and JSON has not, with npm's socket.io-msgpack-parser. Arguments: the address, and the transport.
const assert = require("node:assert");
const { io } = require("socket.io-client");
const parser = require("socket.io-msgpack-parser");
const notepack = require("notepack.io");

const [address, transport] = process.argv.slice(2);
const options = { transports: [transport], parser, forceNew: true, reconnection: false };
const bytes = (...values) => Buffer.from(values);
const event = (socket, name) => new Promise((resolve) => socket.once(name, (...args) => resolve(args)));

async function values(socket) {
  const echo = (...args) => new Promise((resolve) => socket.emit("echo", ...args, (...reply) => resolve(reply)));
  const numbers = [0, -1, 127, 128, -32, -33, 65536, 2 ** 31, 2 ** 32, 2 ** 53 - 1, -(2 ** 31) - 1, -(2 ** 53), 0.5, -1e-7, 0.1, 1e15 + 0.5];
  for (const number of numbers) {
    assert.deepStrictEqual(await echo(number), [number]);
  }
  assert.deepStrictEqual(await echo(NaN, Infinity, -Infinity), [null, null, null]);
  assert.deepStrictEqual(await echo(undefined, { gone: undefined, here: 1 }, [undefined]), [null, { here: 1 }, [null]]);
  assert.deepStrictEqual(await echo(new Date(1e12 + 5), { at: new Date(0) }), ["2001-09-09T01:46:40.005Z", { at: "1970-01-01T00:00:00.000Z" }]);
  const long = "äöü€😀".repeat(20_000);
  assert.deepStrictEqual(await echo(long, { [long]: "" }), [long, { [long]: "" }]);
  assert.deepStrictEqual(await echo(bytes(), [[bytes(1)], { a: { b: bytes(2, 3) } }]), [bytes(), [[bytes(1)], { a: { b: bytes(2, 3) } }]]);
  const many = [...Array(20_000).keys()];
  assert.deepStrictEqual(await echo(many, Object.fromEntries(many.map((n) => ["k" + n, n]))), [many, Object.fromEntries(many.map((n) => ["k" + n, n]))]);
}

async function refused() {
  for (const message of [bytes(0xdd, 255, 255, 255, 255), bytes(0xc1), notepack.encode({ type: 2, data: ["connect"], nsp: "/" }), '2["hi"]']) {
    const socket = io(address, options);
    await event(socket, "connect");
    const gone = event(socket, "disconnect");
    socket.io.engine.write(message);
    assert.strictEqual((await gone)[0], "transport close");
  }
  const other = io(address, { ...options, parser: undefined });
  assert.strictEqual((await event(other.io.engine, "close"))[0], "transport close");
  other.close();
}

async function main() {
  const socket = io(address, { ...options, auth: { token: "t", key: bytes(1, 2) } });
  await event(socket, "connect");
  assert.deepStrictEqual(await socket.emitWithAck("auth"), { token: "t", key: bytes(1, 2) });
  await values(socket);
  await refused();
  socket.disconnect();
  console.log("done");
}

setTimeout(() => {
  console.error("stuck");
  process.exit(1);
}, 20_000);

main().then(
  () => process.exit(0),
  (failure) => {
    console.error(failure);
    process.exit(1);
  },
);
