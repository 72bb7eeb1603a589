import { decider } from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';

export const decide: Subcommand = {
  describe: (program) =>
    program
      .command('decide')
      .description('Answer requests from standard input, JSON lines, as the client would decide them.')
      .addHelpText(
        'after',
        `
A request: {"id", "settings": {"managed"?, "user"?, "project"?, "local"?, "flag"?}, "mode", "cwd", "home"?, "trusted"?,
"args"?, "files"?, "clientVersion"?, "tool", "input"}. An answer: {"id", "decision", "because", "decidedAs"?}, in the same order;
"decidedAs" names the newest known client where the request's is newer.
A line that is no request is answered {"line", "error"}; the exit code is then 1.
${examples(`echo '{"id":1,"settings":{},"mode":"default","cwd":"/home/dev/app","tool":"Bash","input":{"command":"ls"}}' | precedent decide`)}`,
      ),
  run: async (_parsed, io): Promise<Exit> => {
    const answer = decider();
    let exit: Exit = EXIT.done;
    let line = 0;
    for await (const text of io.inputLines()) {
      line += 1;
      if (text.trim() === '') continue;
      const answered = answer(text, line);
      if ('error' in answered) exit = EXIT.findings;
      io.write(`${JSON.stringify(answered)}\n`);
    }
    return exit;
  },
};
