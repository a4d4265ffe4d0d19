/** A file that takes long to read, as from a network drive. */
export function slowly(file: File): { readonly file: File; read(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const slice = file.slice.bind(file);
  file.slice = (...range) => {
    const part = slice(...range);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => promise.then(read);
    return part;
  };
  return { file, read: resolve };
}
