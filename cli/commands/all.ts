import type { Subcommand } from '../command.ts';

/** A subcommand by name. Its file, and all that it needs, is loaded only when somebody calls it: a start stays short. */
export type Listed = { readonly name: string; readonly load: () => Promise<Subcommand> };

/** Every subcommand, in the order in which help lists them: the order of the work. */
export const SUBCOMMANDS: readonly Listed[] = [
  { name: 'learn', load: async () => (await import('./learn.ts')).learn },
  { name: 'propose', load: async () => (await import('./propose.ts')).propose },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'apply', load: async () => (await import('./apply.ts')).apply },
  { name: 'undo', load: async () => (await import('./undo.ts')).undo },
  { name: 'explain', load: async () => (await import('./explain.ts')).explain },
  { name: 'lint', load: async () => (await import('./lint.ts')).lint },
  { name: 'risk', load: async () => (await import('./risk.ts')).risk },
  { name: 'compare', load: async () => (await import('./compare.ts')).compare },
  { name: 'replay', load: async () => (await import('./replay.ts')).replay },
  { name: 'tighten', load: async () => (await import('./tighten.ts')).tighten },
  { name: 'evaluate', load: async () => (await import('./evaluate.ts')).evaluate },
  { name: 'check', load: async () => (await import('./check.ts')).check },
  { name: 'audit', load: async () => (await import('./audit.ts')).audit },
  { name: 'attention', load: async () => (await import('./attention.ts')).attention },
  { name: 'decide', load: async () => (await import('./decide.ts')).decide },
];
