import { createServer } from 'node:http';

// node sink.mjs
// Answers whatever comes as an endpoint answers who is over a limit, throws the rest away, and prints where it listens: what a flood costs
// the computer that it comes to, whatever the endpoint does.
const server = createServer((incoming, outgoing) => {
  incoming.resume();
  incoming.on('error', () => undefined);
  setTimeout(() => outgoing.writeHead(429, { 'Retry-After': '60' }).end(), 1_000);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
