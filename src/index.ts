/** The only door for cli/: the verbs and the types that it shows. */
export { UserError } from './user-error.ts';
export { PROPOSABLE, type Tier, type Witness } from './effects/effects.ts';
export type { Verdict } from './permission/decision.ts';
export type { List } from './permission/rule.ts';
export type { Plan, Proposal, StaysWithYou, Support } from './proposals/proposal.ts';
export type { AttentionReport } from './attention.ts';
