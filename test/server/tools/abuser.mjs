import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

// node abuser.mjs ADDRESS TOKEN UPLOADS PICTURE SLOW WRITERS SUBMISSION
// One token that does what it can: uploads that nothing comes of, bodies that never end, submissions in a circle. It ends when its uploads
// are over, and prints how often each status came.
const [address = '', token = '', uploads, file, slow, writers, submission = ''] =
  process.argv.slice(2);
const target = new URL(address);
const counts = {};
const count = (kind, status) => {
  const key = `${kind} ${status || 'broken'}`;
  counts[key] = (counts[key] ?? 0) + 1;
};

const put = async (kind, path, type, body, headers = {}) => {
  try {
    const response = await fetch(`${address}/api/support/${path}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': type, ...headers },
      body,
    });
    await response.arrayBuffer();
    count(kind, response.status);
  } catch (error) {
    count(kind, error.cause?.code ?? error.message);
  }
};

let isOver = false;
const picture = readFileSync(file);
const digest = `sha-256=:${createHash('sha256').update(picture).digest('base64')}:`;

const openSlow = () => {
  const socket = connect(Number(target.port), target.hostname);
  socket.on('error', () => count('slow', 0));
  let answer = '';
  socket.on('data', (data) => (answer += data.toString('latin1')));
  socket.on('close', () => count('slow', /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
  socket.write(
    `PUT /api/support/attachments/${randomUUID()} HTTP/1.1\r\nHost: ${target.host}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: image/png\r\nContent-Digest: ${digest}\r\nContent-Length: ${picture.length}\r\n\r\n`,
  );
  const drip = setInterval(() => (isOver ? socket.destroy() : socket.write('x')), 500);
  socket.once('close', () => clearInterval(drip));
};
// After a while, since they use up what may be uploaded.
setTimeout(() => {
  for (let index = 0; index < Number(slow); index += 1) openSlow();
}, 2_000);

const submitting = Array.from({ length: Number(writers) }, async () => {
  while (!isOver)
    await put('submission', `support-requests/${randomUUID()}`, 'application/json', submission);
});
let left = Number(uploads);
const uploading = Array.from({ length: 10 }, async () => {
  while (left-- > 0)
    await put('upload', `attachments/${randomUUID()}`, 'image/png', picture, {
      'Content-Digest': digest,
    });
});
await Promise.all(uploading);
isOver = true;
await Promise.all(submitting);
console.log(
  Object.entries(counts)
    .map(([kind, times]) => `${kind}: ${times}`)
    .join(', '),
);
process.exit(0);
