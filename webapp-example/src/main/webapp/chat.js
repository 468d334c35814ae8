"use strict";

// The client script is served by Sockeye; its path is below the application's own, wherever that is deployed.
const socket = io({ path: new URL("socket.io/", document.baseURI).pathname });

const ANSWER_TIMEOUT = 10_000;
const NOTICE = "/notice"; // what is chosen to write to everyone, in whichever room
const TYPING_PAUSE = 3_000; // who has not typed for so long has stopped
const page = Object.fromEntries([...document.querySelectorAll("[id]")].map((element) => [element.id, element]));

let me = null; // {name, moderator} as the server welcomed us
let room = null; // where we are, once the server let us in
let rooms = {}; // how many people are in each room
let again = null; // what to do once the server has let us in again
let notifying = false; // whether the user wants notifications
let unread = 0;

// --- The connection -------------------------------------------------------------------------------------------------

socket.on("welcome", (welcome) => {
  me = welcome;
  page.me.textContent = me.name;
  showRooms(welcome.rooms);
  showStatus("Connected", true);
  if (again) {
    again();
    again = null;
  } else if (room) {
    enter(room, () => note("You are back.")); // after a lost connection, or a restarted server
  }
});

socket.on("disconnect", (reason) => {
  showStatus("Connection lost. Reconnecting…", false);
  if (room) {
    note("The connection was lost.");
  }
  if (reason === "io server disconnect") {
    socket.connect(); // who has been sent away comes back only if she asks; the answer says why
  }
});

socket.on("connect_error", (error) => {
  if (error.data?.login) {
    location.reload(); // shows the login page
  } else if (socket.active) {
    showStatus(me ? "Connection lost. Reconnecting…" : "The server cannot be reached. Trying again…", false);
  } else {
    showStatus("Not connected", false);
    room = null;
    showEntrance();
    showProblem(page.room, error.message);
  }
});

socket.on("logout", () => logout({})); // on another device; then on this one, too
page.logout.addEventListener("click", () => logout({ everywhere: "yes" }));

async function logout(how) {
  await fetch("logout", { method: "POST", body: new URLSearchParams(how) });
  location.reload();
}

function showStatus(text, good) {
  page.status.textContent = text;
  page.status.classList.toggle("away", !good);
}

// --- Entering a room ------------------------------------------------------------------------------------------------

page.enter.addEventListener("submit", (event) => {
  event.preventDefault();
  enter(page.room.value.trim(), showChat);
});

page.change.addEventListener("click", showEntrance);
page.stay.addEventListener("click", showChat);

function enter(wanted, entered) {
  if (!socket.active) {
    again = () => enter(wanted, entered); // we were sent away
    socket.connect();
    return;
  }
  ask("enter", { room: wanted }, page.room, () => {
    if (room !== wanted) {
      page.log.querySelectorAll(":scope > :not(.direct)").forEach((line) => line.remove());
      note(`You entered ${wanted}.`);
    }
    room = wanted;
    typing.clear();
    showWhoTypes();
    entered();
  });
}

function showEntrance() {
  page.chat.hidden = true;
  page.enter.hidden = false;
  page.stay.hidden = !room;
  page.room.select();
}

function showChat() {
  page.enter.hidden = true;
  page.chat.hidden = false;
  page["room-name"].textContent = room;
  showRooms(rooms);
  showUnread(0);
  page.text.focus();
}

// --- Who is here ----------------------------------------------------------------------------------------------------

socket.on("rooms", showRooms);
socket.on("people", showPeople);
socket.on("entered", (name) => note(`${name} came in.`));
socket.on("left", (name) => {
  note(`${name} left.`);
  showTyping({ name, now: false });
});

function showRooms(now) {
  rooms = now;
  page["known-rooms"].replaceChildren(...Object.keys(rooms).map((name) => option(name, name)));
  page.rooms.replaceChildren(...Object.keys(rooms).map((name) => {
    const chosen = button(`${name} (${rooms[name]})`, () => enter(name, showChat));
    chosen.setAttribute("aria-current", String(name === room));
    return item(chosen);
  }));
}

function showPeople(people) {
  page.people.replaceChildren(...people.map((name) => {
    const write = button(name, () => writeTo(name));
    write.title = `Write to ${name} only`;
    const remove = button("Remove", () => ask("remove", name, page.text, () => note(`You have removed ${name}.`)));
    remove.setAttribute("aria-label", `Remove ${name}`);
    remove.hidden = !me.moderator;
    return name === me.name ? item(`${name} (you)`) : item(write, remove);
  }));
  showRecipients(people);
}

/** Whoever was chosen stays so, even if she has left: what is meant for her must not go to everyone. */
function showRecipients(people) {
  const chosen = page.to.value;
  const others = new Set(people);
  others.delete(me.name);
  if (chosen && chosen !== NOTICE) {
    others.add(chosen);
  }
  page.to.replaceChildren(option("", "Everyone here"), ...[...others].map((name) => option(name, `${name} only`)));
  if (me.moderator) {
    page.to.append(option(NOTICE, "Notice to all"));
  }
  page.to.value = chosen;
}

function writeTo(name) {
  page.to.value = name;
  page.text.focus();
}

// --- Messages -------------------------------------------------------------------------------------------------------

page.say.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = page.text.value;
  const to = page.to.value;
  const sent = () => {
    page.text.value = page.text.value === text ? "" : page.text.value; // unless she has gone on typing
  };
  stopTyping();
  if (to === NOTICE) {
    postNotice(text, sent);
  } else {
    ask("message", to ? { text, to } : { text }, page.text, sent);
  }
  page.text.focus();
});

async function postNotice(text, sent) {
  const answer = await fetch("notice", { method: "POST", body: new URLSearchParams({ text }) }).catch(() => null);
  const accepted = answer?.status === 204;
  showProblem(page.text, accepted ? "" : "The notice was refused.");
  if (accepted) {
    sent();
  }
}

socket.on("notice", (text) => {
  page.notice.textContent = `Notice: ${text}`;
  note(`Notice: ${text}`);
});

socket.on("message", (message) => {
  showMessage(message, message.from, `${message.from} in ${message.to}`);
  showTyping({ name: message.from, now: false });
});

socket.on("direct", (message) => {
  const title = message.from === me.name ? `You to ${message.to} only` : `${message.from} to you only`;
  showMessage(message, title, title).classList.add("direct");
});

function showMessage(message, by, title) {
  const time = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const head = element("span", "");
  head.append(element("b", by), ` ${time}`);
  const line = element("div", "");
  line.className = message.from === me.name ? "message mine" : "message";
  line.append(head, element("p", message.text));
  append(line);
  if (document.hidden && message.from !== me.name) {
    showUnread(unread + 1);
    notify(title, message.text);
  }
  return line;
}

function note(text) {
  const line = element("p", text);
  line.className = "notice";
  append(line);
}

function append(line) {
  const atEnd = page.log.scrollHeight - page.log.scrollTop - page.log.clientHeight < 80;
  page.log.append(line);
  if (atEnd || line.classList.contains("mine")) {
    page.log.scrollTop = page.log.scrollHeight;
  }
}

// --- Who is typing --------------------------------------------------------------------------------------------------

const typing = new Set(); // the others in the room that are
let pause; // the timer that runs while we are; others hear of it only when it begins and when it ends

page.text.addEventListener("input", () => {
  if (page.to.value) {
    return; // what is meant for one person concerns nobody else
  }
  if (!pause) {
    tellTyping(true);
  }
  clearTimeout(pause);
  pause = setTimeout(stopTyping, TYPING_PAUSE);
});

function stopTyping() {
  if (pause) {
    clearTimeout(pause);
    pause = undefined;
    tellTyping(false);
  }
}

function tellTyping(now) {
  if (socket.connected) {
    socket.emit("typing", now);
  }
}

socket.on("typing", showTyping);

function showTyping({ name, now }) {
  if (now && name !== me.name) {
    typing.add(name);
  } else {
    typing.delete(name);
  }
  showWhoTypes();
}

function showWhoTypes() {
  const names = [...typing];
  page.typing.textContent = names.length ? `${names.join(", ")} ${names.length > 1 ? "are" : "is"} typing…` : "";
}

// --- Notifications, while the page is hidden ------------------------------------------------------------------------

page.notify.hidden = !("Notification" in window);
page.notify.addEventListener("click", async () => {
  const permission = wantsNotifications() ? "off" : await Notification.requestPermission();
  notifying = permission === "granted";
  remember("notifying", String(notifying));
  showNotify();
  if (permission === "denied") {
    note("The browser does not allow notifications from this page.");
  }
});

function wantsNotifications() {
  return notifying && "Notification" in window && Notification.permission === "granted";
}

function showNotify() {
  page.notify.setAttribute("aria-pressed", String(wantsNotifications()));
}

function notify(title, text) {
  if (!wantsNotifications()) {
    return;
  }
  const options = { body: text, tag: `chat/${room}`, renotify: true, icon: "icon.svg" };
  const notification = new Notification(title, options);
  notification.addEventListener("click", () => {
    notification.close();
    window.focus();
    showConversation();
  });
}

function showConversation() {
  showChat();
  page.log.scrollTop = page.log.scrollHeight;
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) {
    showUnread(0);
  }
});

function showUnread(count) {
  unread = count;
  document.title = (count ? `(${count}) ` : "") + (room ? `${room} · Sockeye chat` : "Sockeye chat");
}

// --- Helpers --------------------------------------------------------------------------------------------------------

/** Sends an event and does what is next when it was accepted; what is wrong is shown next to the field that it came from. */
function ask(event, argument, field, accepted) {
  if (!socket.connected) {
    showProblem(field, "There is no connection at the moment."); // never kept for later, when it may no longer fit
    return;
  }
  socket.timeout(ANSWER_TIMEOUT).emit(event, argument, (late, answer) => {
    const error = late ? { message: "The server did not answer." } : answer.error;
    const violations = error?.violations ?? [{ path: field.id, message: error?.message ?? "" }];
    violations.forEach(({ path, message }) => showProblem(page[path] ?? field, message));
    if (!error) {
      accepted();
    }
  });
}

function showProblem(field, problem) {
  page[`${field.id}-problem`].textContent = problem;
  field.setAttribute("aria-invalid", String(Boolean(problem)));
}

/** Names and messages come from other people: they become text, never HTML. */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text, clicked) {
  const made = element("button", text);
  made.type = "button";
  made.addEventListener("click", clicked);
  return made;
}

function option(value, text) {
  const made = element("option", text);
  made.value = value;
  return made;
}

function item(...content) {
  const made = document.createElement("li");
  made.append(...content);
  return made;
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // a browser may refuse storage; then it is only not remembered
  }
}

function recall(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

notifying = recall("notifying") === "true";
showNotify();
