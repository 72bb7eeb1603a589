import { visible } from './visible.ts';

/** One thing to know about a change, for standard error. */
export function noteLine(note: string): string {
  return `Note: ${visible(note)}\n`;
}
