/** The only door for cli/: the verbs and the types that it shows. */
export { UserError } from './user-error.ts';
