import { audit as auditOf, sessionRecord } from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';
import { auditLines } from '../format/audit-lines.ts';
import { paintAll } from '../format/paint.ts';
import { recordLines } from '../format/record-lines.ts';
import { visible } from '../format/visible.ts';
import { count } from '../format/words.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import { storeOf } from './store-option.ts';

type AuditOptions = {
  readonly verify?: boolean;
  readonly session?: string;
  readonly store?: string;
  readonly json?: boolean;
};

export const audit: Subcommand = {
  describe: (program) =>
    program
      .command('audit')
      .description(
        'What was accepted, by whom, on what evidence; or what an agent was allowed to do in a session.',
      )
      .option('--verify', 'check the chain of the ledger and name the first broken entry')
      .option('--session <id>', 'the permission record of a session (its id or the beginning of it)')
      .option('--store <file>', 'the evidence store')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples('precedent audit', 'precedent audit --verify', 'precedent audit --session 80d0f632 --json'),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<AuditOptions>();
    const store = storeOf(options, io);
    if (options.session !== undefined) return session(options.session, store, { options, io });
    const report = auditOf(store);
    if (options.verify) return verify(report, options, io);
    if (options.json) io.write(`${JSON.stringify({ schemaVersion: 1, ...report })}\n`);
    else io.write(paintAll(auditLines(report, io.terminal.columns), io.terminal.colour));
    return report.check.kind === 'broken' || report.drift.length > 0 ? EXIT.findings : EXIT.done;
  },
};

function verify({ check, torn, file }: ReturnType<typeof auditOf>, options: AuditOptions, io: Io): Exit {
  const exit = check.kind === 'broken' ? EXIT.findings : EXIT.done;
  if (options.json) io.write(`${JSON.stringify({ schemaVersion: 1, file, check, torn })}\n`);
  else if (check.kind === 'broken')
    io.write(`${visible(file)}:${check.line}: broken: ${visible(check.why)}\n`);
  else io.write(`${visible(file)}: whole, ${count(check.entries, 'entry', 'entries')}\n`);
  if (!options.json && torn.length > 0) {
    io.write(
      `A crash cut ${count(torn.length, 'line')} short (${torn.join(', ')}); nothing of the chain is missing.\n`,
    );
  }
  return exit;
}

type Asked = { readonly options: AuditOptions; readonly io: Io };

function session(id: string, store: string, { options, io }: Asked): Exit {
  const { home, env } = io;
  const record = sessionRecord({ store, session: id, place: { home, env }, program: packageVersion() });
  if (options.json) io.write(`${JSON.stringify({ schemaVersion: 1, ...record })}\n`);
  else io.write(paintAll(recordLines(record, io.terminal.columns), io.terminal.colour));
  return EXIT.done;
}
