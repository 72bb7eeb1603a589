import type { LintReport } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { count } from './words.ts';

/** Findings as `file:line:column severity message [code]`, and how many there are. */
export function findingLines({ findings, files, fixes }: LintReport, width: number): readonly Line[] {
  const lines = findings.map((finding): Line => {
    const { file, line, column, severity, message, code } = finding;
    const tone = severity === 'note' ? 'dim' : severity === 'warning' ? 'plain' : 'warn';
    return [
      ...said(`${file}:${line}:${column} `),
      mark(`${severity} `, tone),
      ...said(message),
      mark(` [${code}]`, 'dim'),
    ];
  });
  const fixable = fixes.length === 0 ? '' : `; --fix shows the safe fixes of ${count(fixes.length, 'file')}`;
  const total: Line = [
    mark(`${count(findings.length, 'finding')} in ${count(files.length, 'file')}${fixable}`, 'strong'),
  ];
  return [...lines, total].flatMap((line) => wrap(line, width, 4));
}
