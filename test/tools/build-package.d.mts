export function buildPackage(): Promise<{
  readonly tarball: string;
  remove(): Promise<void>;
}>;
