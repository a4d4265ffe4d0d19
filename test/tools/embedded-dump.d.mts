export function writeEmbeddedDump(file: string): Promise<void>;
