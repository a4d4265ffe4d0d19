const { describe: plain } = globalThis;

let file = '';
let depth = 0;

/** Puts the outermost groups of a file into one that is named as the file, by which what failed is found. */
function describeInFile(title: string, body?: (this: Mocha.Suite) => void): Mocha.Suite {
  if (depth > 0) return plain(title, body ?? (() => undefined));
  return plain(file, () => {
    depth += 1;
    try {
      plain(title, body ?? (() => undefined));
    } finally {
      depth -= 1;
    }
  });
}

/** Says whose tests are described from now on: several files stand on one page. */
export function beginFile(path: string): void {
  file = path;
  globalThis.describe = Object.assign(describeInFile, plain);
}
