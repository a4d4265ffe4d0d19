/** A percent sign may also stand for itself. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A name of a part, in the one form by which names are compared: producers differ in case, slashes and percent-encoding. */
export const partName = (name: string): string =>
  decoded(name.replaceAll('\\', '/').replace(/^\/+/, '')).toLowerCase();
