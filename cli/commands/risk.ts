import { resolve } from 'node:path';
import {
  callJudge,
  exceeds,
  modeNamed,
  risk as riskHere,
  TIERS,
  type Tier,
  UserError,
  zonesFile,
} from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';
import { paintAll } from '../format/paint.ts';
import { riskLines } from '../format/risk-lines.ts';
import type { Io } from '../io.ts';

type RiskOptions = {
  readonly settings?: string;
  readonly mode?: string;
  readonly above?: string;
  readonly calls?: boolean;
  readonly json?: boolean;
};

export const risk: Subcommand = {
  describe: (program) =>
    program
      .command('risk')
      .description(
        'Say what the settings let an agent do unasked: the worst case, attack paths, rule by rule.',
      )
      .option('--settings <file>', 'judge this file instead of the settings in force')
      .option('--mode <mode>', 'the permission mode to judge for')
      .option(
        '--above <tier>',
        `exit 1 where the worst case is above this tier (${TIERS.join(', ')})`,
        'outward',
      )
      .option('--calls', 'judge calls instead: JSON lines {id, tool, input, cwd, home?} from standard input')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples(
          'precedent risk',
          'precedent risk --settings .claude/settings.json --above project-code',
          'precedent risk --calls < calls.jsonl',
        ),
      )
      .addHelpText(
        'after',
        `\nPaths of your own that are secret, protected or temporary: ${zonesFile()},\nfor instance [{"zone": "secret", "patterns": ["payroll", "*.vault"]}]\n`,
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<RiskOptions>();
    return options.calls === true ? judgeCalls(io) : judgeSettings(options, io);
  },
};

/** A write for each line would cost more than the judgement. */
const LINES_A_WRITE = 1000;

async function judgeCalls(io: Io): Promise<Exit> {
  const judge = callJudge();
  let number = 0;
  let pending: string[] = [];
  let bad = false;
  for await (const line of io.inputLines()) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = judge(line, number);
    bad ||= 'error' in answer;
    pending.push(JSON.stringify(answer));
    if (pending.length >= LINES_A_WRITE) {
      io.write(`${pending.join('\n')}\n`);
      pending = [];
    }
  }
  if (pending.length > 0) io.write(`${pending.join('\n')}\n`);
  return bad ? EXIT.findings : EXIT.done;
}

function judgeSettings(options: RiskOptions, io: Io): Exit {
  const mode = options.mode === undefined ? undefined : modeNamed(options.mode);
  if (options.mode !== undefined && mode === undefined)
    throw new UserError(`${options.mode} is no permission mode`);
  const ceiling = tierNamed(options.above ?? 'outward');
  const report = riskHere({
    place: { cwd: io.cwd, home: io.home, env: io.env },
    ...(options.settings === undefined ? {} : { settings: resolve(io.cwd, options.settings) }),
    ...(mode === undefined ? {} : { mode }),
  });
  if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
  else io.write(paintAll(riskLines(report, Math.min(io.terminal.columns, 100)), io.terminal.colour));
  return exceeds(report, ceiling) ? EXIT.findings : EXIT.done;
}

function tierNamed(name: string): Tier {
  const tier = TIERS.find((each) => each === name);
  if (tier === undefined) throw new UserError(`${name} is no tier; tiers are ${TIERS.join(', ')}`);
  return tier;
}
