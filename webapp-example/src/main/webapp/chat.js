"use strict";

// The client script is served by Sockeye; its path is below the application's own, wherever that is deployed.
const socket = io({ path: new URL("socket.io/", document.baseURI).pathname });

const ANSWER_TIMEOUT = 10000;
const page = Object.fromEntries([...document.querySelectorAll("[id]")].map((element) => [element.id, element]));

let me = null; // {name, room} once the server let us in
let rooms = {}; // how many people are in each room
let notifying = false; // whether the user wants notifications
let connectedBefore = false;
let unread = 0;

// --- The connection -------------------------------------------------------------------------------------------------

socket.on("connect", () => {
  showStatus("Connected", true);
  if (me) {
    enter(me, () => note("You are back.")); // after a lost connection, or a restarted server: enter the room again
  }
  connectedBefore = true;
});

socket.on("disconnect", () => {
  showStatus("Connection lost. Reconnecting…", false);
  if (me) {
    note("The connection was lost.");
  }
});

socket.on("connect_error", () => {
  showStatus(connectedBefore ? "Connection lost. Reconnecting…" : "The server cannot be reached. Trying again…", false);
});

function showStatus(text, good) {
  page.status.textContent = text;
  page.status.classList.toggle("away", !good);
}

// --- Entering a room ------------------------------------------------------------------------------------------------

page.enter.addEventListener("submit", (event) => {
  event.preventDefault();
  remember("name", page.name.value);
  enter({ name: page.name.value, room: page.room.value }, showChat);
});

page.change.addEventListener("click", () => {
  page.chat.hidden = true;
  page.enter.hidden = false;
  page.stay.hidden = false;
  page.room.select();
});

page.stay.addEventListener("click", () => showChat());

function enter(entry, entered) {
  showProblem("");
  ask("enter", entry, (problem) => {
    showProblem(problem);
    if (problem) {
      return;
    }
    if (!me || me.room !== entry.room) {
      page.log.replaceChildren();
      note(`You entered ${entry.room}.`);
    }
    me = entry;
    entered();
  });
}

function showProblem(problem) {
  page["enter-problem"].textContent = problem;
  page["say-problem"].textContent = problem;
}

function showChat() {
  page.enter.hidden = true;
  page.chat.hidden = false;
  page["room-name"].textContent = me.room;
  showRooms();
  showUnread(0);
  page.text.focus();
}

// --- Who is here ----------------------------------------------------------------------------------------------------

socket.on("people", (names) => page.people.replaceChildren(...names.map((name) => element("li", name))));
socket.on("entered", (name) => note(`${name} came in.`));
socket.on("left", (name) => note(`${name} left.`));

socket.on("rooms", (now) => {
  rooms = now;
  showRooms();
});

function showRooms() {
  const names = Object.keys(rooms);
  page["known-rooms"].replaceChildren(...names.map((name) => {
    const option = document.createElement("option");
    option.value = name;
    return option;
  }));
  page.rooms.replaceChildren(...names.map((name) => {
    const button = element("button", `${name} (${rooms[name]})`);
    button.type = "button";
    button.addEventListener("click", () => enter({ name: me.name, room: name }, showChat));
    if (me && me.room === name) {
      button.setAttribute("aria-current", "true");
    }
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

// --- Messages -------------------------------------------------------------------------------------------------------

page.say.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = page.text.value;
  page.text.value = "";
  ask("message", text, (problem) => {
    showProblem(problem);
    if (problem) {
      page.text.value = page.text.value || text;
    }
  });
  page.text.focus();
});

socket.on("message", (message) => {
  const time = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const by = element("span", "");
  by.append(element("b", message.from), ` ${time}`);
  const line = element("div", "");
  line.className = message.sender === socket.id ? "message mine" : "message";
  line.append(by, element("p", message.text));
  append(line);
  if (document.hidden) {
    showUnread(unread + 1);
    notify(message);
  }
});

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

function notify(message) {
  if (!wantsNotifications()) {
    return;
  }
  const options = { body: message.text, tag: `chat/${me.room}`, renotify: true, icon: "icon.svg" };
  const notification = new Notification(`${message.from} in ${me.room}`, options);
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
  document.title = (count ? `(${count}) ` : "") + (me ? `${me.room} · Sockeye chat` : "Sockeye chat");
}

// --- Helpers --------------------------------------------------------------------------------------------------------

/** Sends an event and answers with what is wrong, or an empty text; never keeps an event for later, when it may no longer fit. */
function ask(event, argument, answered) {
  if (!socket.connected) {
    answered("There is no connection at the moment.");
    return;
  }
  socket.timeout(ANSWER_TIMEOUT).emit(event, argument, (late, answer) => {
    answered(late ? "The server did not answer." : answer.problem);
  });
}

/** Names and messages come from other people: they become text, never HTML. */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
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

page.name.value = recall("name") ?? "";
notifying = recall("notifying") === "true";
showNotify();
