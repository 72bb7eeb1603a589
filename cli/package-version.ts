import { readFileSync } from 'node:fs';

/** The version in package.json, found upwards: this file runs from cli/ in tests and from dist/cli/ when built. */
export function packageVersion(): string {
  for (const up of ['..', '../..']) {
    const text = readOptional(new URL(`${up}/package.json`, import.meta.url));
    const version = text?.match(/"version": "([^"]+)"/)?.[1];
    if (version !== undefined) return version;
  }
  throw new Error('package.json was not found beside the program');
}

function readOptional(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
