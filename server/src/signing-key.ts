import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createSigningKey, keySetIn, type PrivateKeySet } from './advisory-log/signing-keys.js';

// npm run signing-key -- keys.json
// Makes a key that advisory access is signed with, in a new file or before the keys of one that is there: those stay published, so
// that what they have signed can be checked for good.

const [path] = process.argv.slice(2);
if (!path) {
  console.error('Give the file that the key goes to: npm run signing-key -- signing-keys.json');
  process.exit(1);
}
let kept: PrivateKeySet['keys'] = [];
if (existsSync(path)) {
  const known = keySetIn(path);
  if (!known) {
    console.error(
      `${path} is no JSON Web Key Set of Ed25519 keys, so it was left as it is. Give a new file, or put back the one that was.`,
    );
    process.exit(1);
  }
  kept = known.keys;
}
const keys = [await createSigningKey(), ...kept];
// Whole or not at all: a key that is cut off can't be made again.
const written = `${path}.${process.pid}.tmp`;
writeFileSync(written, `${JSON.stringify({ keys }, undefined, 2)}\n`, { mode: 0o600 });
renameSync(written, path);
console.log(
  `${path} has ${keys.length === 1 ? 'one key' : `${keys.length} keys, of which the first signs`}. Keep it secret, and keep a copy: start the endpoint with SIGNING_KEYS_FILE=${path}`,
);
