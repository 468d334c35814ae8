"use strict";

// Usage: node server-configs/check.cjs URL. Two people chat in the example at URL, one of them on two devices, on each transport; exits
// with 0 if they can. The client is the one that the build takes from npm: build first.
const path = require("node:path");
const { io } = require(path.join(__dirname, "../target/client/node_modules/socket.io-client"));

const url = new URL(process.argv[2] ?? "http://localhost:8080/chat/");
const ways = { "polling and upgrade": undefined, polling: ["polling"], websocket: ["websocket"] };

/** Logs in as a browser does, and answers the cookie of the session, which a container changes on the way. */
async function login(name) {
  let cookie = "";
  async function request(path, options = {}) {
    const answer = await fetch(new URL(path, url), { ...options, headers: { cookie }, redirect: "manual" });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return answer.text();
  }
  await request("");
  await request("j_security_check", { method: "POST", body: new URLSearchParams({ j_username: name, j_password: "sockeye" }) });
  if (!(await request("")).includes("socket.io.js")) {
    throw new Error(`${name} cannot log in`);
  }
  return cookie;
}

function connect(transports, cookie) {
  const extraHeaders = cookie && { cookie };
  const options = { path: `${url.pathname}socket.io/`, forceNew: true, extraHeaders, ...(transports && { transports }) };
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

/** Somebody who has not logged in is not let in, and is told why. */
async function refused() {
  const stranger = connect();
  try {
    const { data } = await once(stranger, "connect_error");
    if (!data?.login) {
      throw new Error("a stranger is not asked to log in");
    }
  } finally {
    stranger.disconnect();
  }
}

/** What a moderator says by HTTP reaches everyone. */
async function notice(cookies) {
  const bob = connect(undefined, cookies.bob);
  try {
    await once(bob, "welcome");
    const heard = once(bob, "notice");
    const body = new URLSearchParams({ text: "Grüße" });
    await fetch(new URL("notice", url), { method: "POST", body, headers: { cookie: cookies.mia } });
    if ((await heard) !== "Grüße") {
      throw new Error(`heard ${await heard}`);
    }
  } finally {
    bob.disconnect();
  }
}

async function ask(socket, event, argument) {
  const answer = await socket.timeout(10_000).emitWithAck(event, argument);
  if (answer.error) {
    throw new Error(JSON.stringify(answer));
  }
}

/** What is not valid is refused, in one shape on every container. */
async function refusedWords(socket) {
  const { error } = await socket.timeout(10_000).emitWithAck("message", { text: " " });
  if (error?.code !== "constraint_violation" || error.violations[0].path !== "text") {
    throw new Error(`nothing to say was answered by ${JSON.stringify(error)}`);
  }
}

async function says(socket, words, listeners, event) {
  const heard = listeners.map((listener) => once(listener, event));
  await ask(socket, "message", words);
  for (const message of await Promise.all(heard)) {
    if (message.from !== "bob" || message.text !== words.text) {
      throw new Error(`heard ${JSON.stringify(message)}`);
    }
  }
}

async function chat(transports, cookies) {
  const [laptop, phone, bob] = [cookies.ann, cookies.ann, cookies.bob].map((cookie) => connect(transports, cookie));
  try {
    await Promise.all([laptop, phone, bob].map((socket) => once(socket, "welcome")));
    await ask(laptop, "enter", { room: "check" });
    const arrival = once(laptop, "entered");
    await ask(bob, "enter", { room: "check" });
    await arrival;
    await refusedWords(bob);
    await says(bob, { text: "Grüße 🐟" }, [laptop], "message");
    await says(bob, { text: "Psst", to: "ann" }, [laptop, phone], "direct");
    const left = once(laptop, "left");
    const transport = bob.io.engine.transport.name;
    bob.disconnect();
    await left;
    return transport;
  } finally {
    [laptop, phone, bob].forEach((socket) => socket.disconnect());
  }
}

(async () => {
  await refused();
  console.log("who has not logged in is refused");
  const cookies = { ann: await login("ann"), bob: await login("bob"), mia: await login("mia") };
  await notice(cookies);
  console.log("a notice reaches everyone");
  for (const [way, transports] of Object.entries(ways)) {
    console.log(`${way}: they chat (bob ended on ${await chat(transports, cookies)})`);
  }
})().catch((problem) => {
  console.error(problem);
  process.exitCode = 1;
});
