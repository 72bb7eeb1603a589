/** The newest client whose decisions are recorded; a later one is treated like it. */
export const NEWEST_KNOWN = '2.1.330';

/** Negative where `a` is older than `b`, 0 where they are equal; what is no number counts as 0. */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version is newer than every recorded client, so that its answers are an assumption. */
export function isBeyondKnown(version: string): boolean {
  return compareVersions(version, NEWEST_KNOWN) > 0;
}

/** The version the model answers for: text that names none is taken for the newest known client. */
export function modelledVersion(version: string): string {
  return /^\d+(\.\d+)+/.test(version) ? version : NEWEST_KNOWN;
}

function numbersOf(version: string): readonly number[] {
  return version.split(/[.\-+]/).map((part) => Number.parseInt(part, 10) || 0);
}
