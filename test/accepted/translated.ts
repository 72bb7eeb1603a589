import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

/** Translates a source file and what it imports into a folder, so that another process can run it; returns its path. */
export function translated(entry: string, folder: string): string {
  const target = (file: string): string =>
    join(folder, relative(ROOT, file).replaceAll('/', '_').replace(/\.ts$/, '.mjs'));
  const pending = [resolve(ROOT, entry)];
  const done = new Set<string>();
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (done.has(file)) continue;
    done.add(file);
    const from = file;
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
      },
    });
    const linked = outputText.replace(/from '(\.[^']+)'/g, (_, name: string) => {
      const imported = resolve(dirname(from), name);
      pending.push(imported);
      return `from '${target(imported)}'`;
    });
    writeFileSync(target(file), linked);
  }
  return target(resolve(ROOT, entry));
}
