import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const CORE = [
  'shell',
  'permission',
  'effects',
  'observations',
  'clusters',
  'proposals',
  'settings',
  'records',
] as const;
const WORLD = ['transcripts', 'evidence', 'scopes', 'accepted'] as const;

/** Lies beside everything: how any part says that the person made a mistake. */
const DOORS = ['index', 'learning', 'watching'];
const ERRORS = 'user-error';

/** The whole architecture on one screen; src/README.md shows the same table to people. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shell: [],
  permission: ['shell'],
  effects: ['permission', 'shell'],
  observations: ['effects', 'permission', 'shell'],
  clusters: ['observations', 'effects', 'permission', 'shell'],
  proposals: ['clusters', 'observations', 'effects', 'permission', 'shell', 'settings'],
  settings: ['permission', 'shell'],
  records: ['permission'],
  transcripts: [...CORE, ERRORS],
  evidence: [...CORE, ERRORS],
  scopes: [...CORE, ERRORS],
  accepted: [...CORE, 'scopes', 'evidence', ERRORS],
  verbs: [...CORE, ...WORLD, 'verbs', ERRORS],
  cli: [...DOORS, ERRORS],
};

type Import = { readonly file: string; readonly from: string; readonly to: string; readonly target: string };

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function layerOf(file: string): string {
  const [top, second, ...rest] = file.split(sep);
  if (top === 'cli') return 'cli';
  const door = DOORS.find((name) => second === `${name}.ts`);
  if (door !== undefined) return door;
  if (second === 'user-error.ts') return ERRORS;
  return rest.length === 0 ? 'verbs' : (second ?? '');
}

function specifiers(text: string): readonly string[] {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

function importsBetweenLayers(): readonly Import[] {
  return [...sources('src'), ...sources('cli')].flatMap((file) =>
    specifiers(readFileSync(join(ROOT, file), 'utf8'))
      .filter((target) => target.startsWith('.'))
      .map((target) => {
        const to = layerOf(relative(ROOT, resolve(ROOT, dirname(file), target)));
        return { file, from: layerOf(file), to, target };
      })
      .filter(({ from, to }) => from !== to && !DOORS.includes(from)),
  );
}

describe('the import table', () => {
  test('every import between folders runs downward', () => {
    const broken = importsBetweenLayers()
      .filter(({ from, to }) => !(MAY_IMPORT[from] ?? []).includes(to))
      .map(({ file, from, to, target }) => `${file}: ${from} may not import ${to} (${target})`);
    expect(broken).toEqual([]);
  });

  test('every folder of src stands in the table', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((name) => !(name in MAY_IMPORT))).toEqual([]);
  });

  test('the map in src/README.md names every folder', () => {
    const map = readFileSync(join(ROOT, 'src/README.md'), 'utf8');
    expect([...CORE, ...WORLD].filter((name) => !map.includes(`| \`${name}\` `))).toEqual([]);
  });
});

describe('the pure core', () => {
  const IMPURE = [
    { what: 'a node module', pattern: /from 'node:/ },
    { what: 'the clock', pattern: /\bDate\.now\(|new Date\(\)/ },
    { what: 'chance', pattern: /\bMath\.random\(/ },
    { what: 'the process', pattern: /\bprocess\.|globalThis\.process/ },
    { what: 'the console', pattern: /^\s*console\./m },
    {
      what: 'a library of the world',
      pattern: /from '(better-sqlite3|chokidar|ink|react|write-file-atomic|env-paths)'/,
    },
  ];

  test.each(IMPURE)('never touches $what', ({ pattern }) => {
    const touching = CORE.flatMap((folder) => sources(join('src', folder))).filter((file) =>
      pattern.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(touching).toEqual([]);
  });
});

describe('SQL', () => {
  test('is written in evidence and migrations only', () => {
    const SQL = /['"`]\s*(SELECT\s.+\sFROM|INSERT\s.*INTO|UPDATE\s.+\sSET|DELETE\s+FROM|CREATE\s+TABLE)\s/;
    const outside = sources('src')
      .filter((file) => !file.startsWith(join('src', 'evidence')))
      .filter((file) => SQL.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(outside).toEqual([]);
  });
});

describe('files', () => {
  test('stay below 400 lines', () => {
    const long = [...sources('src'), ...sources('cli')]
      .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});
