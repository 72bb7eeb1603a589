import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { layOut, type SamplePlace, sampleNames } from '../../helpers/sample.ts';
import {
  BIN,
  noTerminal,
  openTerminal,
  type TerminalSetting,
  type TestTerminal,
} from '../../helpers/terminal.ts';

const missing = noTerminal();
if (missing !== undefined) console.warn(`flows in a real terminal are skipped: ${missing}`);

const terminals: TestTerminal[] = [];
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
});

type Session = SamplePlace & { readonly terminal: TestTerminal; readonly local: string };

/** The UI on the samples' sessions, opened as a person would. */
function learn(
  { before = '', ...setting }: Partial<TerminalSetting> & { readonly before?: string } = {},
  place = layOut(sampleNames()),
  more = '',
): Session {
  const command = `${before} node ${BIN} learn --transcripts ${place.transcripts} --store ${place.store} --project ${place.project} ${more}`;
  const env = { HOME: place.home, CLAUDE_CONFIG_DIR: join(place.home, '.claude'), ...setting.env };
  const terminal = openTerminal(command, { ...setting, cwd: place.project, env });
  terminals.push(terminal);
  return { ...place, terminal, local: join(place.project, '.claude/settings.local.json') };
}

/** The rules of the local settings by list. */
function rulesIn(file: string): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(file, 'utf8')).permissions;
}

/** Goes down the plan until the card of a rule is open. */
async function goTo(terminal: TestTerminal, rule: string): Promise<void> {
  await terminal.shows(CARD);
  while (!terminal.screen().includes(`allow  ${rule}\n`)) {
    const before = terminal.screen();
    terminal.press('j');
    await terminal.hides((screen) => screen === before);
  }
}

/** The rule that is selected in the list. */
function selectedLine(screen: string): string | undefined {
  return /^▶ . +\d+ +(.*)$/m.exec(screen)?.[1];
}

/** What a file holds; undefined where it is not there. */
function contentOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const OPEN = 'a accept';
const CRASHING = join(import.meta.dirname, 'crashing.mjs');
const CARD = /allow {2}\S/;

describe.skipIf(missing !== undefined)('in a real terminal', { timeout: 120_000 }, () => {
  test('a card is accepted, its diff is read and written, and the write is taken back', async () => {
    const { terminal, local } = learn();
    const before = contentOf(local);
    await goTo(terminal, 'Bash(npm test)');
    terminal.press('a');
    await terminal.shows('accepted: D shows the diff');
    terminal.press('D');
    const diff = await terminal.shows('enter writes');
    expect(diff).toMatch(/\+.*"Bash\(npm test\)"/);
    expect(contentOf(local)).toBe(before);
    terminal.press('Enter');
    await terminal.shows(/Write .* to the local settings\?/);
    terminal.press('n');
    await terminal.hides('Write ');
    expect(contentOf(local)).toBe(before);
    terminal.press('Enter', 'y');
    await terminal.shows('precedent undo');
    expect(rulesIn(local)['allow']).toContain('Bash(npm test)');
    terminal.press('u');
    await terminal.shows('Take the last written change back?');
    terminal.press('y');
    await terminal.shows('Taken back');
    expect(contentOf(local)).toBe(before);
  });

  test('a rule is edited, judged while it is typed, and written as typed', async () => {
    const { terminal, local } = learn();
    await goTo(terminal, 'Bash(npm test)');
    terminal.press('e');
    await terminal.shows('rule: ');
    terminal.press('C-u');
    terminal.type('Bash(npm run format');
    await terminal.shows('closing');
    terminal.type(')');
    await terminal.hides('closing');
    terminal.press('Enter');
    await terminal.shows(/allow {2}Bash\(npm run format\)/);
    terminal.press('a');
    await terminal.shows(/y \/ n|accepted: D/);
    if (terminal.screen().includes('y / n')) terminal.press('y');
    await terminal.shows('accepted: D');
    terminal.press('D');
    await terminal.shows('enter writes');
    terminal.press('Enter', 'y');
    await terminal.shows('precedent undo');
    expect(rulesIn(local)['allow']).toContain('Bash(npm run format)');
  });

  test('nothing is written to a file that changed under the diff, and the new diff is shown', async () => {
    const { terminal, local, project } = learn();
    await terminal.shows(CARD);
    terminal.press('a', 'D');
    await terminal.shows('enter writes');
    const changed = '{\n  "env": { "CHANGED": "1" }\n}\n';
    mkdirSync(join(project, '.claude'), { recursive: true });
    writeFileSync(local, changed);
    terminal.press('Enter', 'y');
    const screen = await terminal.shows('Nothing was written');
    expect(screen).toContain('"CHANGED"');
    expect(readFileSync(local, 'utf8')).toBe(changed);
  });

  test('calls arrive while a card is read, and the card stays', async () => {
    const place = layOut(sampleNames());
    const { terminal } = learn({}, place);
    const first = selectedLine(await terminal.shows(CARD));
    terminal.press('j');
    const before = selectedLine(await terminal.hides((screen) => selectedLine(screen) === first));
    const folder = join(place.transcripts, 'repeated-tests');
    const session = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
    const fresh = session.replaceAll(/toolu_\w+/g, (id) => `${id}fresh`).replaceAll('npm', 'pnpm');
    appendFileSync(
      join(folder, 'live.jsonl'),
      fresh.replaceAll(/"sessionId":"[^"]*"/g, '"sessionId":"live"'),
    );
    await terminal.shows(/\d+ new/);
    expect(selectedLine(terminal.screen())).toBe(before);
    terminal.press('BTab');
    await terminal.shows('pnpm');
  });

  test('the screen fits every size while it changes', async () => {
    const { terminal } = learn();
    await terminal.shows(CARD);
    for (const [columns, rows] of [
      [140, 40],
      [60, 16],
      [220, 50],
      [80, 24],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.shows((screen) => {
        const lines = screen.replace(/\n$/, '').split('\n');
        const tabs = lines.filter((line) => line.includes('[Plan]'));
        const keys = lines.at(-1)?.includes('a accept') ?? false;
        return lines.length === rows && tabs.length === 1 && lines[0] === tabs[0] && keys;
      });
    }
  });

  test('a rule beyond what is proposed is accepted only after a yes', async () => {
    const { terminal } = learn();
    await goTo(terminal, 'Bash(npm test)');
    terminal.press('e');
    await terminal.shows('rule: ');
    terminal.press('C-u');
    terminal.type('Bash(npm *)');
    await terminal.shows(/risk +\S+: /);
    terminal.press('Enter');
    await terminal.shows(/allow {2}Bash\(npm \*\)/);
    terminal.press('a');
    await terminal.shows('goes further than what is proposed');
    terminal.press('Enter');
    await terminal.hides('y / n');
    expect(terminal.screen()).not.toContain('accepted: D');
  });

  test('without colour and outside UTF-8 it is plain ASCII and loses nothing', async () => {
    const { terminal } = learn({ env: { NO_COLOR: '1', LC_ALL: 'C', LANG: 'C' } });
    await terminal.shows(CARD);
    terminal.press('a');
    await terminal.shows('accepted: D');
    const screen = terminal.screen('styled');
    const styles = screen
      .split('\u001b[')
      .slice(1)
      .map((rest) => rest.slice(0, rest.indexOf('m')));
    expect(styles.filter((style) => /(^|;)[34][0-7](;|$)/.test(style))).toEqual([]);
    expect(terminal.screen()).toMatch(/^[\x20-\x7e\n]*$/);
    expect(screen).toMatch(/> .*\+/);
  });

  test('the terminal is given back on quitting, and on being asked to end', async () => {
    const { terminal } = learn();
    await terminal.shows(OPEN);
    expect(terminal.ask('#{alternate_on} #{cursor_flag}')).toBe('1 0');
    terminal.press('q');
    await terminal.shows(/shell>\s*$/);
    expect(terminal.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1');
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('the terminal is given back on %s', async (signal) => {
    const { terminal } = learn();
    await terminal.shows(OPEN);
    for (const child of childrenOf(Number(terminal.ask('#{pane_pid}')))) process.kill(child, signal);
    await terminal.shows(/shell>\s*$/);
    expect(terminal.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1');
  });

  test('a terminal that is closed ends the program as a hangup does, and nothing is left running', async () => {
    const place = layOut(sampleNames());
    const ended = join(place.home, 'ended');
    // The shell survives the hangup, to tell how the program ended.
    const { terminal } = learn({ before: "trap '' HUP;" }, place, `; echo $? > ${ended}`);
    await terminal.shows(CARD);
    terminal.close();
    await vi.waitFor(() => expect(contentOf(ended)).toBe('129\n'), { timeout: 20_000, interval: 50 });
  });

  test.each(['thread', 'component', 'news'])(
    'a crash in a %s gives the terminal back and says what happened',
    async (where) => {
      const terminal = openTerminal(`node ${CRASHING} ${where}; echo "ended with $?"`, {
        cwd: import.meta.dirname,
        rows: 60,
      });
      terminals.push(terminal);
      const screen = await terminal.shows(/ended with 1/);
      expect(screen).toContain('precedent stopped on an error');
      expect(terminal.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}')).toBe('0 1 1');
      terminal.type('stty -a');
      terminal.press('Enter');
      await terminal.shows(/ icanon /);
    },
  );

  test('what stays is taken in by hand, shown with its worst call, accepted after a yes, and undone', async () => {
    const { terminal } = learn();
    await terminal.shows(CARD);
    terminal.press('BTab', 'BTab', 'BTab', 'BTab');
    await terminal.shows('[Stays with you]');
    terminal.press('/');
    terminal.type('push');
    terminal.press('Enter');
    await terminal.shows(/▶.*push/);
    terminal.press('a');
    const card = await terminal.shows(/▶.* by hand/);
    expect(card).toMatch(/also +!/);
    terminal.press('a');
    await terminal.shows(/goes further than what is proposed .*covers/);
    terminal.press('y');
    await terminal.shows('accepted: D');
    terminal.press('u', 'u');
    await terminal.hides(/\d .* by hand/);
  });

  test('plain lines come one after the other, on the screen that was there before', async () => {
    const { terminal } = learn({}, layOut(sampleNames()), '--plain');
    await terminal.shows(/elsewhere/);
    expect(terminal.ask('#{alternate_on}')).toBe('0');
    terminal.press('a');
    await terminal.shows('accepted: D');
    terminal.press('q', 'y');
    await terminal.shows(/shell>\s*$/);
  });

  test('two of them work on one store', async () => {
    const place = layOut(sampleNames());
    const local = join(place.project, '.claude/settings.local.json');
    const before = contentOf(local);
    const [one, other] = [learn({}, place).terminal, learn({}, place).terminal];
    await one.shows(CARD);
    await other.shows(CARD);
    one.press('a', 'D');
    await one.shows('enter writes');
    one.press('Enter', 'y');
    await one.shows('precedent undo');
    other.press('u', 'y');
    await other.shows('Taken back');
    expect(contentOf(local)).toBe(before);
  });
});

/** The processes that a process started (Linux and macOS). */
function childrenOf(parent: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent)], { encoding: 'utf8' });
  return stdout.split('\n').map(Number).filter(Boolean);
}
