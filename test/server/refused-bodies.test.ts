import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { RefusedBodies } from '../../server/src/http/refused-bodies.js';

const MEGABYTE = 1024 * 1024;
/** As a socket is read: what is on the way when the answer is sent isn't held back. */
const PIECE = 64 * 1024;

/** Sends a body as fast as it is taken. */
async function send(socket: Socket, bytes: number): Promise<void> {
  socket.write(`PUT / HTTP/1.1\r\nHost: support.test\r\nContent-Length: ${bytes}\r\n\r\n`);
  const piece = Buffer.alloc(PIECE);
  for (let sent = 0; sent < bytes; sent += piece.length)
    if (!socket.write(piece)) await once(socket, 'drain');
}

/** A server that refuses whatever comes. */
async function refusing(status: number) {
  const refused = new RefusedBodies();
  const calls: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    calls.push(incoming);
    refused.passOver(incoming, outgoing);
    outgoing.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const open = () => connect((server.address() as AddressInfo).port, '127.0.0.1');
  /** Bytes that have been read of all connections. */
  const read = () => calls.reduce((sum, { socket }) => sum + socket.bytesRead, 0);
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { open, read, close };
}

describe('Bodies of calls that were refused because of a limit', () => {
  it('are read at one pace for them all, however fast they come', async () => {
    const { open, read, close } = await refusing(429);
    const sockets = [open(), open(), open()];
    const began = performance.now();
    for (const socket of sockets) void send(socket, 8 * MEGABYTE);
    await Promise.all(sockets.map((socket) => once(socket, 'data')));
    for (let look = 0; look < 10; look += 1) {
      await wait(50);
      const most = ((performance.now() - began) / 1000) * 4 * MEGABYTE + sockets.length * 2 * PIECE;
      assert.ok(read() <= most, `${read()} bytes were read, and ${most} may be`);
    }
    for (const socket of sockets) socket.destroy();
    await close();
  });

  it('are read to their ends, so that whoever was refused sees the answer and can ask again on the same connection', async () => {
    const { open, close } = await refusing(429);
    const socket = open();
    for (let call = 0; call < 2; call += 1) {
      const answered = once(socket, 'data');
      await send(socket, MEGABYTE);
      assert.match(String((await answered)[0]), /^HTTP\/1\.1 429 /);
    }
    socket.destroy();
    await close();
  });
});

describe('A body that is too large', () => {
  it('is read as fast as it comes', async () => {
    const { open, read, close } = await refusing(413);
    const socket = open();
    const began = performance.now();
    await send(socket, 24 * MEGABYTE);
    while (read() < 24 * MEGABYTE) await wait(10);
    const seconds = (performance.now() - began) / 1000;
    assert.ok(seconds < 3, `${seconds} s`);
    socket.destroy();
    await close();
  });
});
