import type { Glyphs } from './glyphs.ts';

/** One character a value, its height the value's share of the largest; zero has its own sign. */
export function sparkline(values: readonly number[], glyphs: Glyphs): string {
  const steps = glyphs.steps.length - 1;
  const top = Math.max(...values, 0);
  return values
    .map((value) => (value <= 0 || top === 0 ? 0 : Math.max(1, Math.round((value / top) * steps))))
    .map((step) => glyphs.steps[step] ?? '')
    .join('');
}

/** A bar of at most `width` characters for `value` out of `top`; anything above nothing shows. */
export function bar(
  value: number,
  top: number,
  { width, glyphs }: { width: number; glyphs: Glyphs },
): string {
  if (value <= 0 || top <= 0) return '';
  return glyphs.full.repeat(Math.min(width, Math.max(1, Math.round((value / top) * width))));
}

/** A bar of exactly `width` characters, filled by the share (0 to 1). */
export function gauge(share: number, { width, glyphs }: { width: number; glyphs: Glyphs }): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width);
  return glyphs.full.repeat(filled) + glyphs.empty.repeat(width - filled);
}

/** Sums of `values` in `count` equal stretches, first to last: a long series made to fit a short line. */
export function squeezed(values: readonly number[], count: number): readonly number[] {
  if (values.length <= count) return values;
  const sums = Array.from({ length: count }, () => 0);
  for (const [index, value] of values.entries()) {
    const at = Math.floor((index * count) / values.length);
    sums[at] = (sums[at] ?? 0) + value;
  }
  return sums;
}
