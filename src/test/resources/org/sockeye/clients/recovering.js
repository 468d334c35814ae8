// Is told numbers by RecoveringClientTest with npm's socket.io-client, and loses its connection again and again. Arguments: the address, the
// transport, and how often. Prints what it saw, as JSON, when the server says that this was all.
const [address, transport, losses] = process.argv.slice(2);
const { io } = require("socket.io-client");
const socket = io(address, { transports: [transport], reconnectionDelay: 10, reconnectionDelayMax: 20 });
const seen = { told: [], ids: [], recovered: [], disconnections: [] };
const asking = setInterval(() => socket.volatile.emit("more"), 2);

// As when the network goes: nothing is said to the server.
const lose = () => {
  const { ws } = socket.io.engine.transport;
  if (ws) ws.terminate();
  else socket.io.engine.transport.onClose();
};
const beEnough = () => {
  clearInterval(asking);
  socket.emit("enough");
};
socket.on("connect", () => {
  seen.ids.push(socket.id);
  seen.recovered.push(socket.recovered);
  setTimeout(seen.ids.length > losses ? beEnough : lose, 30);
});
socket.on("disconnect", (reason) => seen.disconnections.push(reason));
socket.on("tell", (n) => seen.told.push(n));
socket.on("stopped", () => {
  console.log(JSON.stringify(seen));
  process.exit(0);
});

setTimeout(() => {
  console.error("stuck: " + JSON.stringify(seen));
  process.exit(1);
}, 50_000);
