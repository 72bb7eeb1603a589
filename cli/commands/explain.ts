import { resolve } from 'node:path';
import type { Command } from 'commander';
import { explain as explainCall, MODES, modeNamed, type ToolCall, UserError } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { explanationLines } from '../format/explanation-lines.ts';
import { paintAll } from '../format/paint.ts';
import type { Io } from '../io.ts';

type ExplainOptions = {
  readonly tool?: string;
  readonly path?: string;
  readonly fetch?: string;
  readonly mcp?: string;
  readonly mode?: string;
  readonly client?: string;
  readonly project: string;
  readonly json?: boolean;
};

export const explain: Subcommand = {
  describe: (program) =>
    program
      .command('explain')
      .description('Say what the client would do with a call here, which rule decides, and which nearly did.')
      .argument('[command]', 'a Bash command')
      .option('--tool <name>', 'another tool: Read, Edit, Write, Grep, Glob, Skill, Agent ...')
      .option('--path <path>', 'the path that the tool is called with')
      .option('--fetch <url>', 'a WebFetch of this address')
      .option('--mcp <server/tool>', 'a call of this MCP tool')
      .option('--mode <mode>', `the permission mode: ${MODES.join(', ')}; else what settings start with`)
      .option('--client <version>', 'the client version to answer for')
      .option('--project <dir>', 'the directory that the session starts in', '.')
      .option('--json', 'print the explanation as JSON')
      .addHelpText(
        'after',
        examples(
          'precedent explain "cd web && npm test > log.txt"',
          'precedent explain --tool Read --path /etc/hosts',
          'precedent explain --fetch https://docs.python.org/3/ --mode plan',
          'precedent explain --mcp github/create_issue --json',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<ExplainOptions>();
    const cwd = resolve(io.cwd, options.project);
    const mode = options.mode === undefined ? undefined : modeOf(options.mode);
    const explanation = explainCall({
      call: callOf(parsed, options, { ...io, cwd }),
      place: { cwd, home: io.home, env: io.env },
      ...(mode === undefined ? {} : { mode }),
      ...(options.client === undefined ? {} : { clientVersion: options.client }),
    });
    if (options.json === true) io.write(`${JSON.stringify(explanation, null, 2)}\n`);
    else io.write(paintAll(explanationLines(explanation, io.terminal.columns), io.terminal.colour));
    return EXIT.done;
  },
};

function modeOf(text: string) {
  const mode = modeNamed(text);
  if (mode === undefined) throw new UserError(`--mode ${text}: one of ${MODES.join(', ')}`);
  return mode;
}

function callOf(parsed: Command, options: ExplainOptions, io: Pick<Io, 'cwd'>): ToolCall {
  const { cwd } = io;
  const command = parsed.args[0];
  if (command !== undefined) return { tool: 'Bash', input: { command }, cwd };
  if (options.fetch !== undefined) return { tool: 'WebFetch', input: { url: options.fetch }, cwd };
  if (options.mcp !== undefined) return { tool: mcpTool(options.mcp), input: {}, cwd };
  if (options.tool !== undefined)
    return { tool: options.tool, input: inputOf(options.tool, options.path), cwd };
  throw new UserError('say what to explain: a command, or --tool with --path, --fetch, or --mcp');
}

function mcpTool(text: string): string {
  const [server = '', tool = '', ...rest] = text.split('/');
  if (server === '' || tool === '' || rest.length > 0)
    throw new UserError(`--mcp ${text}: written server/tool`);
  return `mcp__${server}__${tool}`;
}

/** The field in which a tool takes what --path says. */
function inputOf(tool: string, path: string | undefined): ToolCall['input'] {
  if (path === undefined) return {};
  const fields: Readonly<Record<string, string>> = {
    Grep: 'path',
    Glob: 'path',
    NotebookEdit: 'notebook_path',
    Skill: 'skill',
    Agent: 'subagent_type',
  };
  return { [fields[tool] ?? 'file_path']: path };
}
