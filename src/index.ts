/** The only door for cli/: the verbs and the types that it shows. */

export type { AttentionReport } from './attention.ts';
export { PROPOSABLE, type Tier, type Witness } from './effects/effects.ts';
export type { EvidenceRow, Examination, Trial, Weighed } from './examination.ts';
export type { FourAnswers } from './four-answers.ts';
export type { Verdict } from './permission/decision.ts';
export { LISTS, type List } from './permission/rule.ts';
export type { Plan, Proposal, StaysWithYou, Support } from './proposals/proposal.ts';
export { UserError } from './user-error.ts';
export type { Applied } from './accepted/apply.ts';
export type { Drift } from './accepted/drift.ts';
export type { Showing, Shown } from './accepted/shown.ts';
export type { Undoing, Undone } from './accepted/undo.ts';
export { apply } from './apply.ts';
export { type AuditReport, audit } from './audit.ts';
export { changeByHand, changesFrom } from './chosen-changes.ts';
export { diff } from './diff.ts';
export type { AcceptedChange, LedgerEntry, RecordedChange } from './records/entry.ts';
export type { PermissionRecord, ReviewedAction } from './records/permission-record.ts';
export { WRITABLE_SCOPES } from './scopes/locate.ts';
export { sessionRecord } from './session-record.ts';
export { undo, undoPreview } from './undo.ts';
