#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { signingKey } from '../../src/contract/index.js';
import { ReceiptError, verifyReceipt } from './verify-receipt.js';
import { describe } from './words.js';

const help = `Tells what a receipt of advisory access says, and whether every signature and proof in it holds.

  visma-support-verify receipt.json [--keys keys.json]

receipt.json   the file that the page of approvals gives
--keys         the endpoint's own keys, as GET /advisory-access/keys gives them: then nobody else's signature counts

Needs no network. Ends with 0 where all holds, with 1 where something doesn't, with 2 where it can't tell.`;

const keySet = z.object({ keys: z.array(z.pick(signingKey, { x: true })) });

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new TypeError(`${path} can't be read.`);
  }
}

function readKeys(path: string): z.infer<typeof keySet>['keys'] {
  try {
    return z.parse(keySet, JSON.parse(read(path))).keys;
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new TypeError(`${path} is no set of keys: give what GET /advisory-access/keys answers.`);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (values.help || path === undefined || more.length) {
    (values.help ? console.log : console.error)(help);
    return values.help ? 0 : 2;
  }
  const trusted = values.keys === undefined ? undefined : readKeys(values.keys);
  const receipt = await verifyReceipt(read(path), trusted);
  console.log(describe(receipt, trusted !== undefined).join('\n'));
  return 0;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const isRefused = error instanceof ReceiptError;
    const why = error instanceof Error ? error.message : String(error);
    console.error(isRefused ? `This receipt does not hold: ${why}. Don't rely on it.` : why);
    process.exitCode = isRefused ? 1 : 2;
  },
);
