import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSupportConfig, SupportConfigError, type SupportConfig } from './support-config.js';

/** What Visma Fivaldi's customer service offers; the demonstration runs on it. */
export const fivaldiConfigFile = fileURLToPath(
  new URL('../../support.config.yaml', import.meta.url),
);

/**
 * Reads a file of the configuration.
 *
 * @param path absolute, or from the current folder
 * @throws SupportConfigError with everything that is wrong
 */
export function readSupportConfig(path: string): SupportConfig {
  let yaml: string;
  try {
    yaml = readFileSync(path, 'utf8');
  } catch (error) {
    throw new SupportConfigError([
      `${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  try {
    return parseSupportConfig(yaml);
  } catch (error) {
    if (!(error instanceof SupportConfigError)) throw error;
    throw new SupportConfigError(error.faults.map((fault) => `${path}, ${fault}`));
  }
}
