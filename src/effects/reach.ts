import type { CompiledPolicy } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Decision } from '../permission/decision.ts';
import type { Rule } from '../permission/rule.ts';
import type { ToolCall } from '../permission/tool-call.ts';
import type { Effects } from './effects.ts';
import { effectsOf } from './effects-of.ts';
import { probesOf } from './probes.ts';
import type { EffectSurroundings } from './surroundings.ts';
import type { Thoroughness } from './variations.ts';

/** Who lets a call pass: a rule, the mode, or what is built into the client. */
export type Pass =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'mode' | 'built-in'; readonly what: string };

/** A call that an agent can make unasked, with what it does and who lets it pass. */
export type Reachable = {
  readonly call: ToolCall;
  readonly text: string;
  readonly effects: Effects;
  /** Several where the parts of a command pass for different reasons. */
  readonly by: readonly Pass[];
};

/** Files whose meaning is bigger than themselves: what else runs them, or trusts them. */
export const TELLING_FILES = {
  /** Run by test runners, build tools and task runners. */
  code: [
    'src/index.ts',
    'src/main.py',
    'lib/index.js',
    'test/index.test.ts',
    'tests/conftest.py',
    'tests/test_main.py',
    'scripts/build.sh',
    'Makefile',
    'package.json',
    'vite.config.ts',
    'jest.config.js',
    'eslint.config.js',
    'setup.py',
    'build.rs',
    'main.go',
    'main_test.go',
    'Cargo.toml',
    'pyproject.toml',
    'build.gradle',
    'pom.xml',
    'Rakefile',
  ],
  /** Run by git itself. */
  hooks: ['.git/hooks/pre-commit', '.husky/pre-commit', '.githooks/pre-commit'],
  /** Run on other machines, with their secrets. */
  pipeline: [
    '.github/workflows/ci.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
    'Jenkinsfile',
    'Dockerfile',
    'infra/main.tf',
    'k8s/deployment.yaml',
    'vercel.json',
  ],
  secrets: ['.env', '.env.production', 'config/secrets.yml', 'credentials.json', 'server.pem'],
} as const;

/** Secrets of the person rather than of the project. */
const PERSONAL_SECRETS = ['.ssh/id_rsa', '.aws/credentials', '.netrc', '.config/gh/hosts.yml'];

/** Everything that an agent can do unasked under a policy, as far as telling calls show it. */
export function reachOf(
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  how: Thoroughness = 'one-spelling',
): readonly Reachable[] {
  const found = new Map<string, Reachable>();
  for (const { call, text } of [...fileCalls(surroundings), ...ruleCalls(policy, surroundings, how)]) {
    if (found.has(text)) continue;
    const decision = decide(policy, call);
    if (decision.verdict === 'allow')
      found.set(text, { call, text, effects: effectsOf(call, surroundings), by: passesOf(decision) });
  }
  return [...found.values()];
}

type Candidate = { readonly call: ToolCall; readonly text: string };

function fileCalls({ workspace, home }: EffectSurroundings): readonly Candidate[] {
  const inside = [
    ...TELLING_FILES.code,
    ...TELLING_FILES.hooks,
    ...TELLING_FILES.pipeline,
    ...TELLING_FILES.secrets,
  ].map((file) => `${workspace}/${file}`);
  const personal = PERSONAL_SECRETS.map((file) => `${home}/${file}`);
  const written = [...inside, `${home}/.bashrc`, ...personal.slice(0, 1)];
  const secrets = [...TELLING_FILES.secrets.map((file) => `${workspace}/${file}`), ...personal];
  return [
    ...written.flatMap((path) => [fileCall('Edit', path, workspace), fileCall('Write', path, workspace)]),
    ...secrets.flatMap((path) => [fileCall('Read', path, workspace), shellCall(`cat ${path}`, workspace)]),
  ];
}

function fileCall(tool: string, path: string, cwd: string): Candidate {
  return { call: { tool, input: { file_path: path }, cwd }, text: `${tool} ${path}` };
}

function shellCall(command: string, cwd: string): Candidate {
  return { call: { tool: 'Bash', input: { command }, cwd }, text: command };
}

function ruleCalls(
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  how: Thoroughness,
): readonly Candidate[] {
  const rules = [...policy.rules.allow.values()].flat();
  return rules.flatMap(({ rule }) => probesOf(rule, surroundings, how));
}

function passesOf(decision: Decision): readonly Pass[] {
  const reasons = [decision.because, ...decision.parts.map((part) => part.because)];
  const passes = new Map<string, Pass>();
  for (const reason of reasons) {
    if (reason.kind === 'rule') passes.set(`rule ${reason.rule.text}`, { kind: 'rule', rule: reason.rule });
    else if (reason.kind === 'mode') passes.set('mode', { kind: 'mode', what: `the mode ${reason.mode}` });
    else if (reason.kind === 'built-in')
      passes.set('built-in', { kind: 'built-in', what: 'built into the client' });
  }
  return [...passes.values()];
}
