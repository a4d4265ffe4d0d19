import { copyFile } from 'node:fs/promises';
import { buildPackage } from './build-package.mjs';

// Builds the package and packs it into the file that is named. Tests find its path in TEST_TARBALL.
const [file] = process.argv.slice(2);
const { tarball, remove } = await buildPackage();
await copyFile(tarball, file);
await remove();
