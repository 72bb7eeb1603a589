import { existsSync } from 'node:fs';

const DIST = new URL('../../dist/src/', import.meta.url);

/** The model's answer to a recorded row, from the built program. */
export async function loadModel() {
  if (!existsSync(new URL('permission/decide.js', DIST))) throw new Error('build first: npm run build');
  const { decide } = await import(new URL('permission/decide.js', DIST));
  const { DESCRIBED_SESSION, policyOf } = await import(new URL('settings/described-session.js', DIST));
  const policies = new Map();
  return (row, version) => {
    const {
      settings = {},
      mode = 'default',
      cwd = 'proj',
      trusted = true,
      args = [],
      layout = {},
      tool,
      input,
    } = row;
    const at = cwd.startsWith('/') ? cwd : `/home/dev/${cwd}`;
    const session = { settings, mode, cwd: at, trusted, args, files: layout, clientVersion: version };
    const key = JSON.stringify(session);
    const policy = policies.get(key) ?? policyOf(DESCRIBED_SESSION.parse(session)).policy;
    policies.set(key, policy);
    return decide(policy, { tool, input, cwd: at });
  };
}

/** Agreement of some rows with the model, and the rows on which they differ. */
export function compare(rows, model, version) {
  const decided = rows.filter(
    ({ decision }) => decision === 'allow' || decision === 'ask' || decision === 'deny',
  );
  const differing = decided
    .map((row) => ({ row, model: model(row, version) }))
    .filter(({ row, model: answer }) => answer.verdict !== row.decision);
  return {
    cases: decided.length,
    undecided: rows.length - decided.length,
    agreed: decided.length - differing.length,
    hopeful: differing.filter(({ model: answer }) => answer.verdict === 'allow').length,
    blind: differing.filter(({ row }) => row.decision === 'allow').length,
    differing,
  };
}

/**
 * Smaller groups in which a differing case may still differ: each of its rules alone, and none. Asking them shows the
 * least settings that are needed.
 */
export function reductions({ row }, index) {
  const rules = Object.entries(row.settings ?? {}).flatMap(([scope, { permissions = {} }]) =>
    Object.entries(permissions).flatMap(([list, texts]) => texts.map((text) => ({ scope, list, text }))),
  );
  const smaller = [
    {},
    ...rules.map(({ scope, list, text }) => ({ [scope]: { permissions: { [list]: [text] } } })),
  ];
  if (rules.length <= 1) return [];
  const { tool, input, decision, reason, reasonType, handedTo, ...session } = row;
  return smaller.map((settings, number) => ({
    ...session,
    group: `minimal-${index}-${number}`,
    settings,
    cases: [{ tool, input }],
  }));
}

/** One line that a person reads. */
export function inWords({ row, model }) {
  const rules = Object.entries(row.settings ?? {}).map(
    ([scope, value]) => `${scope} ${JSON.stringify(value.permissions ?? value)}`,
  );
  return `${row.mode ?? 'default'} ${rules.join(' ') || 'no rules'} | ${row.tool} ${JSON.stringify(row.input)} | client ${row.decision} (${row.reasonType ?? ''} ${row.reason ?? ''}) | model ${model.verdict} ${JSON.stringify(model.because).slice(0, 160)}`;
}
