/**
 * How many support requests a second the endpoint takes on PostgreSQL, beside as many bare inserts of the same row as the same
 * database takes from as many at once. Both run by turns, each in a process of its own; only their ratio says something.
 *
 *   npm run bench:endpoint -- [--rounds 5] [--seconds 3] [--concurrency 32] [--rows 0] [--processes 1] [--relay] [--growth 1000,100000,1000000]
 *     [--quick]
 *
 * Leave the machine idle. The database is one that loses nothing that it has confirmed; `--quick` has one that doesn't write to the disk
 * before it confirms, where only the processor counts. `--processes` share the endpoint's port. `--rows` are requests of the same person that are there before; `--relay` measures with the mailbox on, too.
 * `--growth` measures requests sent and lists read, beside each other, on databases of so many requests.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { createDatabase, startPostgres } from '../test/tools/postgres-server.mjs';
import { list, submit } from './endpoint/load.mjs';
import { request } from './endpoint/row.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    concurrency: { type: 'string', default: '32' },
    rows: { type: 'string', default: '0' },
    processes: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    relay: { type: 'boolean', default: false },
    growth: { type: 'string', default: '' },
  },
});
const [rounds, seconds, concurrency, rows] = ['rounds', 'seconds', 'concurrency', 'rows'].map(
  (name) => Number(values[name]),
);
const milliseconds = seconds * 1000;

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** Somebody in a process of their own, asked one thing at a time. */
function inProcess(module, env, ...args) {
  const child = fork(new URL(module, import.meta.url), args, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout.resume();
  // Also after a failure.
  process.once('exit', () => child.kill());
  return {
    child,
    async ask(question) {
      const answer = once(child, 'message');
      child.send(question);
      return (await answer)[0];
    },
    async end() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function tokenFrom(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/support/demo/token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"user":"main-user"}',
      });
      return (await answer.json()).token;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('The endpoint did not start');
}

/** One person sends what a thousand would. */
const unlimited = {
  LIMIT_SUBMISSIONS: '9999999',
  LIMIT_CALLS: '9999999',
  LIMIT_ADDRESS_CALLS: '9999999',
  LIMIT_AT_ONCE: '9999999',
  LIMIT_BODIES: '9999999',
};

async function openEndpoint(env) {
  const port = await freePort();
  const given = { ...env, ...unlimited, PORT: String(port), PROCESSES: values.processes };
  const running = inProcess('endpoint/serve.mjs', given, '--demo');
  return { ...running, port, token: await tokenFrom(port) };
}

async function fill(url, rows) {
  if (!rows) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into support_requests (tenant, owner, id, staff_id, serial, number, subject, status, sender, content, created_at, updated_at)
     select 'tenant-1', 'main-user', id, id, nextval('support_requests_serial_seq'), 'FILL-' || id, 'Visma Fivaldi', 'received', 'Maija', $1::jsonb, now(), now()
     from (select gen_random_uuid() as id from generate_series(1, $2::int)) as ids`,
    [JSON.stringify(request), rows],
  );
  await client.end();
}

/** Where a profile's time was spent, by the package that spent it, in milliseconds. */
function placesIn({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const places = new Map();
  for (const [index, id] of samples.entries()) {
    const { url, functionName } = byId.get(id);
    const [, packageName] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    const own = /(?:server\/src|src)\/(\w[\w-]*)/.exec(url)?.[1];
    const place =
      packageName ??
      (own
        ? `ours: ${own}`
        : url.startsWith('node:')
          ? url.split('/', 2).join('/')
          : functionName || 'native');
    places.set(place, (places.get(place) ?? 0) + timeDeltas[index] / 1000);
  }
  places.delete('(idle)');
  return [...places].sort(([, one], [, other]) => other - one);
}

const perSecond = (count) => Math.round(count / seconds);

async function measure(endpoint) {
  const before = await endpoint.ask('cpu');
  const { port, token } = endpoint;
  const count = await submit({ port, token, request, milliseconds, concurrency });
  const after = await endpoint.ask('cpu');
  const used = (name) => (after.cpu[name] - before.cpu[name]) / 1000 / count;
  return { rate: perSecond(count), cpu: used('user') + used('system') };
}

/** Sends and reads on databases of different sizes by turns, and says how much of the smallest one's pace each has. */
async function measureGrowth(sizes) {
  const places = [];
  for (const size of sizes) {
    const { url } = await createDatabase(server.url);
    const endpoint = await openEndpoint({ DATABASE_URL: url, NODE_ENV: 'production' });
    await fill(url, size);
    const load = { port: endpoint.port, token: endpoint.token, milliseconds, concurrency };
    places.push({ size, endpoint, load, sent: [], read: [] });
    // The first seconds compile what all others use.
    await submit({ ...load, request });
    await list(load);
    console.log(`${size} requests are there`);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const place of places) {
      place.sent.push(perSecond(await submit({ ...place.load, request })));
      place.read.push(perSecond(await list(place.load)));
    }
    console.log(
      places
        .map(({ size, sent, read }) => `${size}: ${sent.at(-1)} sent/s, ${read.at(-1)} lists/s`)
        .join('; '),
    );
  }
  const [smallest] = places;
  for (const { size, sent, read } of places) {
    const share = (kind, own) => median(own.map((rate, round) => rate / smallest[kind][round]));
    console.log(
      `${size}: ${share('sent', sent).toFixed(2)} of the requests and ${share('read', read).toFixed(2)} of the lists that ${smallest.size} have`,
    );
  }
  for (const { endpoint } of places) await endpoint.end();
}

const server = await startPostgres({ isDurable: !values.quick });
if (values.growth) {
  await measureGrowth(values.growth.split(',').map(Number));
  await server.stop();
  process.exit(0);
}
const { url } = await createDatabase(server.url);
const { url: relayedUrl } = await createDatabase(server.url);
const demo = { DATABASE_URL: url, NODE_ENV: 'production' };
const endpoint = await openEndpoint(demo);
await fill(url, rows);
const bare = inProcess('endpoint/bare.mjs', { DATABASE_URL: url });
await once(bare.child, 'message');

let mails = 0;
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _, done) {
    stream.resume().on('end', () => {
      mails += 1;
      done();
    });
  },
});
let relayed;
if (values.relay) {
  sink.listen(0, '127.0.0.1');
  await once(sink.server, 'listening');
  relayed = await openEndpoint({
    ...demo,
    DATABASE_URL: relayedUrl,
    SMTP_URL: `smtp://127.0.0.1:${sink.server.address().port}`,
    HELPDESK_MAILBOX: 'asiakaspalvelu@visma.example',
    MAIL_FROM: 'tuki@visma.example',
  });
  await fill(relayedUrl, rows);
}

console.log(
  `${concurrency} at once, ${seconds} s each, ${rows} requests of the same person before, ${values.processes} of the endpoint's processes, a database that ${values.quick ? 'confirms before it writes to the disk' : 'writes to the disk before it confirms'}`,
);
// The first seconds compile what all others use.
for (const warm of [endpoint, ...(relayed ? [relayed] : [])]) await measure(warm);
const ratios = [];
const relayRatios = [];
const spent = [];
for (let round = 1; round <= rounds; round += 1) {
  const { count } = await bare.ask({ milliseconds, concurrency });
  const taken = await measure(endpoint);
  const ratio = taken.rate / perSecond(count);
  ratios.push(ratio);
  spent.push(taken.cpu);
  let line = `${perSecond(count)} bare inserts/s, ${taken.rate} submissions/s (${ratio.toFixed(2)}), ${taken.cpu.toFixed(3)} ms of processor each`;
  if (relayed) {
    const { rate } = await measure(relayed);
    relayRatios.push(rate / taken.rate);
    line += `, ${rate} with the mailbox (${(rate / taken.rate).toFixed(2)})`;
  }
  console.log(line);
}
console.log(
  `median: ${median(ratios).toFixed(2)} of bare inserts (goal 0.50), ${median(spent).toFixed(3)} ms of processor a submission` +
    (relayed
      ? `, ${median(relayRatios).toFixed(2)} with the mailbox (goal 0.80; ${mails} mails)`
      : ''),
);

await endpoint.ask('profile');
const { port, token } = endpoint;
const count = await submit({ port, token, request, milliseconds, concurrency });
const { profile } = await endpoint.ask('stop');
console.log(`where the endpoint spends it, in ms a submission over ${count}:`);
for (const [place, ms] of placesIn(profile).slice(0, 16))
  console.log(`  ${(ms / count).toFixed(4)}  ${place}`);

for (const running of [endpoint, ...(relayed ? [relayed] : [])]) await running.end();
bare.child.kill();
if (values.relay) sink.close();
await server.stop();
