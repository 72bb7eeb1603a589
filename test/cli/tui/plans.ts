import type { DiffView, Dossier } from '../../../cli/tui/papers.ts';
import type { LiveCall, Plan, Proposal, Shown, Weighed } from '../../../src/index.ts';

/** A proposal as the miner makes them, with what a test wants different. */
export function proposal(rule: string, different: Partial<Proposal> = {}): Proposal {
  return {
    id: rule,
    project: '/home/dev/shop',
    rule,
    list: 'allow',
    tier: 'inert',
    support: { calls: 42, sessions: 7, days: 5 },
    refusals: 0,
    promptsSaved: 31,
    examples: ['npm run test -- --watch'],
    witnesses: [],
    evidence: ['toolu_1'],
    because: 'You approved it 42 times and never refused it.',
    ...different,
  };
}

/** Three cards and one cluster that stays: enough for every screen. */
export const PLAN: Plan = {
  proposals: [
    proposal('Bash(npm run test *)', {
      promptsSaved: 31,
      witnesses: [
        {
          call: 'npm run test -- --config /tmp/evil.js',
          tier: 'project-code',
          sentence: 'It would run a file that nobody here wrote.',
        },
        { call: 'npm run test -- -u', tier: 'local', sentence: 'It would rewrite the snapshots.' },
      ],
    }),
    proposal('Bash(git log *)', { promptsSaved: 12, examples: ['git log --oneline -5'] }),
    proposal('Edit(/src/**)', { promptsSaved: 9, tier: 'local', examples: ['/home/dev/shop/src/cart.ts'] }),
  ],
  stays: [
    {
      project: '/home/dev/shop',
      what: 'git push',
      tool: 'Bash',
      tier: 'outward',
      support: { calls: 6, sessions: 4, days: 3 },
      refusals: 1,
      examples: ['git push origin main'],
      because: 'You refused it once: it stays a question.',
    },
  ],
};

export function rung(rule: string, different: Partial<Weighed> = {}): Weighed {
  return {
    rule,
    guards: [],
    tier: 'inert',
    because: 'it reads',
    calls: 42,
    promptsSaved: 31,
    refusals: 0,
    ...different,
  };
}

/** The dossier of a card under a rule: three rungs, two calls. */
export function dossier(card: Proposal, rule = card.rule): Dossier {
  return {
    id: card.id,
    rule,
    answers: {
      reads: 'this project',
      changes: 'nothing',
      network: 'none',
      elsewhere: 'nothing outside this project',
    },
    own: rung(rule),
    byDay: [1, 0, 4, 8, 2],
    rungs: [
      rung('Bash(npm run test)', { promptsSaved: 20, calls: 25 }),
      rung('Bash(npm run test *)'),
      rung('Bash(npm run *)', {
        tier: 'project-code',
        because: 'runs scripts of package.json',
        promptsSaved: 44,
        refusals: 1,
        worst: {
          call: 'npm run deploy',
          tier: 'outward',
          sentence: 'It would publish this project.',
        },
      }),
    ],
    evidence: [
      {
        id: 'toolu_1',
        at: Date.UTC(2026, 9, 3, 9, 30),
        session: 'f0a1',
        cwd: '/home/dev/shop',
        what: 'cd api && npm run test -- --watch',
        covered: ['npm run test -- --watch'],
        outcome: 'ran',
        reviewer: 'human',
        inferred: true,
        latency: 4200,
      },
      {
        id: 'toolu_2',
        at: Date.UTC(2026, 9, 3, 9, 10),
        session: 'f0a1',
        cwd: '/home/dev/shop',
        what: 'npm run test',
        covered: ['npm run test'],
        outcome: 'rejected',
        reviewer: 'human',
        inferred: false,
        refusal: 'not now, the database is down',
      },
    ],
    calls: 42,
  };
}

export function liveCall(id: string, different: Partial<LiveCall> = {}): LiveCall {
  return {
    id,
    at: Date.UTC(2026, 9, 3, 10, 0),
    session: 'f0a1',
    project: '/home/dev/shop',
    tool: 'Bash',
    what: 'npm run test',
    outcome: 'ran',
    verdict: 'ask',
    because: 'no rule covers it',
    asked: true,
    refused: false,
    ...different,
  };
}

export const DIFF_TEXT = `--- a/home/dev/shop/.claude/settings.local.json
+++ b/home/dev/shop/.claude/settings.local.json
@@ -1,5 +1,6 @@
 {
   "permissions": {
-    "allow": []
+    "allow": [
+      "Bash(npm run test *)"
+    ]
   }
 }
`;

const FILE = '/home/dev/shop/.claude/settings.local.json';

const SHOWN: Shown = {
  kind: 'shown',
  target: { file: FILE, within: '/home/dev/shop' },
  file: FILE,
  base: 'absent',
  before: undefined,
  after: '',
  encoding: 'utf-8',
  diff: DIFF_TEXT,
  changes: [],
};

export function diffView(different: Partial<DiffView> = {}): DiffView {
  return {
    target: 'local',
    file: '/home/dev/shop/.claude/settings.local.json',
    text: DIFF_TEXT,
    choices: [{ list: 'allow', rule: 'Bash(npm run test *)', evidence: [], because: 'often' }],
    worth: {
      prompts: { before: 52, after: 21 },
      worst: { before: 'inert', after: 'project-code', rules: 'project-code' },
      opens: [],
    },
    notes: [],
    shown: SHOWN,
    ...different,
  };
}
