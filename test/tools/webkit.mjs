import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithThisProcess } from './helpers.mjs';

/** A port that was free a moment ago. */
export const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

/** Starts a screen that nobody sees. */
export const startXvfb = async (xvfb) => {
  const child = spawn(
    xvfb,
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  endWithThisProcess(child);
  const lines = createInterface({ input: child.stdio[3] });
  const [number] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`))),
  ]);
  return { child, display: `:${number}` };
};

const startDriver = async (driver, display) => {
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    // Without a graphics card the compositor must be told so, or pages stay blank.
    env: {
      ...process.env,
      DISPLAY: display,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  endWithThisProcess(child);
  for (let tries = 0; tries < 100; tries++) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (status?.ok) return { child, port };
    if (child.exitCode !== null) break;
    await wait(100);
  }
  child.kill();
  throw new Error('WebKitWebDriver did not start');
};

/** What a session with WebKitGTK's MiniBrowser asks for. */
export const webKitCapabilities = (miniBrowser) => ({
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
});

/** Starts a screen and WebKitWebDriver on free places, and ends both with this process or by `stop()`. */
export const startWebKit = async ({ driver, xvfb }) => {
  const screen = await startXvfb(xvfb);
  let server;
  const stop = () => {
    server?.child.kill();
    screen.child.kill();
  };
  try {
    server = await startDriver(driver, screen.display);
  } catch (error) {
    stop();
    throw error;
  }
  // A helper that outlives its last test would keep the process from ending.
  for (const { child } of [screen, server]) child.unref();
  screen.child.stdio[3].destroy();
  return { hostname: '127.0.0.1', port: server.port, stop };
};
