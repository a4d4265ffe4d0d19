import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createSigningKey, type PrivateKeySet } from './advisory-log/signing-keys.js';

// npm run signing-key -- keys.json
// Makes a key that advisory access is signed with, in a new file or before the keys of one that is there: those stay published, so
// that what they have signed can be checked for good.

const [path] = process.argv.slice(2);
if (!path) {
  console.error('Give the file that the key goes to: npm run signing-key -- signing-keys.json');
  process.exit(1);
}
const kept: PrivateKeySet['keys'] = existsSync(path)
  ? (JSON.parse(readFileSync(path, 'utf8')) as PrivateKeySet).keys
  : [];
const keys = [await createSigningKey(), ...kept];
writeFileSync(path, `${JSON.stringify({ keys }, undefined, 2)}\n`, { mode: 0o600 });
console.log(
  `${path} has ${keys.length === 1 ? 'one key' : `${keys.length} keys, of which the first signs`}. Keep it secret, and keep a copy: start the endpoint with SIGNING_KEYS_FILE=${path}`,
);
