import { relative } from 'node:path';
import { LINT_CODES, type LintReport } from '../../src/index.ts';

/** The findings as a SARIF 2.1.0 log, for code scanning; file names start at `base`. */
export function sarif({ findings }: LintReport, base: string): string {
  const rules = Object.entries(LINT_CODES).map(([id, text]) => ({ id, shortDescription: { text } }));
  const results = findings.map(({ code, severity, message, file, line, column }) => ({
    ruleId: code,
    level: severity,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(relative(base, file)) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const driver = { name: 'precedent', rules };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
