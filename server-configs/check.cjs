"use strict";

// Usage: node server-configs/check.cjs URL. Two clients chat in the example at URL, on each transport; exits with 0 if they can.
// The client is the one that the build takes from npm: build first.
const path = require("node:path");
const { io } = require(path.join(__dirname, "../target/client/node_modules/socket.io-client"));

const url = new URL(process.argv[2] ?? "http://localhost:8080/chat/");
const ways = { "polling and upgrade": undefined, polling: ["polling"], websocket: ["websocket"] };

function connect(transports) {
  const options = { path: `${url.pathname}socket.io/`, forceNew: true, ...(transports && { transports }) };
  return io(url.origin, options);
}

function once(socket, event) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${event} in 10 s`)), 10_000);
    socket.once(event, (argument) => {
      clearTimeout(late);
      resolve(argument);
    });
  });
}

async function enter(socket, name) {
  const answer = await socket.timeout(10_000).emitWithAck("enter", { name, room: "check" });
  if (!answer.accepted) {
    throw new Error(answer.problem);
  }
}

async function chat(transports) {
  const ann = connect(transports);
  const bob = connect(transports);
  try {
    await enter(ann, "Ann");
    const arrival = once(ann, "entered");
    await enter(bob, "Bob");
    await arrival;
    const heard = once(ann, "message");
    await bob.timeout(10_000).emitWithAck("message", "Grüße 🐟");
    const message = await heard;
    if (message.from !== "Bob" || message.text !== "Grüße 🐟") {
      throw new Error(`heard ${JSON.stringify(message)}`);
    }
    const left = once(ann, "left");
    const transport = bob.io.engine.transport.name;
    bob.disconnect();
    await left;
    return transport;
  } finally {
    ann.disconnect();
    bob.disconnect();
  }
}

(async () => {
  for (const [way, transports] of Object.entries(ways)) {
    console.log(`${way}: they chat (Bob ended on ${await chat(transports)})`);
  }
})().catch((problem) => {
  console.error(problem);
  process.exitCode = 1;
});
