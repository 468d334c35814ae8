// Says numbers to CountingApplication, and is told numbers, with npm's socket.io-client. Arguments: its module, the address, and options as JSON.
// Prints what it saw, as JSON, when the server has nothing more to tell.
const [module_, address, options] = process.argv.slice(2);
const io = require(module_);
const socket = io(address, { reconnectionDelay: 10, ...JSON.parse(options) });
const seen = { said: 0, saidWhileDisconnected: [], told: [], connections: 0, upgrades: 0, disconnections: [] };
const say = () => {
  socket.emit("say", ++seen.said);
  if (!socket.connected && seen.connections > 0) seen.saidWhileDisconnected.push(seen.said);
};
const saying = setInterval(say, 5);

socket.io.on("open", () =>
  socket.io.engine.once("upgrade", () => {
    seen.upgrades++;
    socket.emit("upgraded");
  }),
);
socket.on("connect", () => seen.connections++);
socket.on("disconnect", (reason) => {
  seen.disconnections.push(reason);
  say();
});
socket.on("tell", (n, answer) => {
  seen.told.push(n);
  answer?.(n);
});
socket.on("enough", () => {
  clearInterval(saying);
  socket.emit("stopped");
});
socket.on("stopped", () => {
  seen.transport = socket.io.engine.transport.name;
  console.log(JSON.stringify(seen));
  process.exit(0);
});

setTimeout(() => {
  console.error("stuck: " + JSON.stringify(seen));
  process.exit(1);
}, 50_000);
