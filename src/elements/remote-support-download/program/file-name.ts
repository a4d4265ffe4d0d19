/** The name that a file is saved by, where it is one that can stand in a command line just as it is. */
export function fileName({ pathname }: URL): string | undefined {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return /^\w[\w.-]*\.\w+$/.test(name) ? name : undefined;
}
