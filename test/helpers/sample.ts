import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SAMPLES = resolve(import.meta.dirname, '../../samples');

/** The folders of samples/ that hold sessions. */
export function sampleNames(): readonly string[] {
  return readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && sessionsOf(entry.name).length > 0)
    .map((entry) => entry.name)
    .sort();
}

export function sampleFile(name: string, file: string): string {
  return join(SAMPLES, name, file);
}

function sessionsOf(name: string): readonly string[] {
  return readdirSync(join(SAMPLES, name)).filter((file) => file.endsWith('.jsonl'));
}

/** A throw-away place in which the sessions of the samples took place: project, transcripts, store and home. */
export type SamplePlace = {
  readonly folder: string;
  readonly project: string;
  readonly transcripts: string;
  readonly store: string;
  readonly home: string;
};

/** Lays the sample project and the named samples' sessions out in a new temporary folder. */
export function layOut(names: readonly string[]): SamplePlace {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'precedent-sample-'));
  const place = {
    folder,
    project: join(folder, 'shop'),
    transcripts: join(folder, 'transcripts'),
    store: join(folder, 'store'),
    home: join(folder, 'home'),
  };
  mkdirSync(place.home);
  cpSync(join(SAMPLES, 'shop'), place.project, { recursive: true });
  spawnSync('git', ['init', '-q', place.project]);
  for (const name of names) {
    mkdirSync(join(place.transcripts, name), { recursive: true });
    for (const file of sessionsOf(name)) {
      const session = readFileSync(join(SAMPLES, name, file), 'utf8');
      writeFileSync(join(place.transcripts, name, file), session.replaceAll('/home/dev/shop', place.project));
    }
  }
  return place;
}
