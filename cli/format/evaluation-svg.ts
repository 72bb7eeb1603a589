import type { EvaluateReport } from '../../src/index.ts';
import { visible } from './visible.ts';

const WIDTH = 640;
const HEIGHT = 220;
const MARGIN = { left: 48, right: 16, top: 36, bottom: 32 };

/** Learning curves as one SVG, a panel for each project: share of held-out prompts removed by sessions learnt. */
export function evaluationSvg({ projects }: EvaluateReport): string {
  const height = Math.max(1, projects.length) * HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    ...projects.map((project, index) => panel(project, index * HEIGHT)),
    '</svg>',
    '',
  ].join('\n');
}

function panel(
  { project, curve, prompts, ceiling, enough }: EvaluateReport['projects'][number],
  top: number,
): string {
  const most = Math.max(1, ...curve.map(({ sessions }) => sessions));
  const x = (sessions: number): string =>
    (MARGIN.left + (sessions / most) * (WIDTH - MARGIN.left - MARGIN.right)).toFixed(1);
  const y = (removed: number): string => {
    const share = prompts === 0 ? 0 : removed / prompts;
    return (top + HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom)).toFixed(1);
  };
  const points = [{ sessions: 0, removed: 0 }, ...curve].map(
    ({ sessions, removed }) => `${x(sessions)},${y(removed)}`,
  );
  const right = WIDTH - MARGIN.right;
  return [
    `<text x="${MARGIN.left}" y="${top + 20}" font-weight="bold">${escaped(project)}</text>`,
    `<line x1="${MARGIN.left}" y1="${y(0)}" x2="${right}" y2="${y(0)}" stroke="#444"/>`,
    `<text x="4" y="${y(0)}">0 %</text><text x="4" y="${y(prompts)}">100 %</text>`,
    `<line x1="${MARGIN.left}" y1="${y(ceiling)}" x2="${right}" y2="${y(ceiling)}" stroke="#999" stroke-dasharray="4 3"/>`,
    `<text x="${right}" y="${y(ceiling)}" dy="-4" text-anchor="end" fill="#666">ceiling</text>`,
    `<polyline points="${points.join(' ')}" fill="none" stroke="#0072b2" stroke-width="2"/>`,
    ...(enough === undefined
      ? []
      : [
          `<line x1="${x(enough)}" y1="${y(prompts)}" x2="${x(enough)}" y2="${y(0)}" stroke="#d55e00" stroke-dasharray="2 3"/>`,
          `<text x="${x(enough)}" y="${y(prompts)}" dx="4" fill="#d55e00">${enough} are enough</text>`,
        ]),
    `<text x="${right}" y="${top + HEIGHT - 10}" text-anchor="end">${most} sessions learnt</text>`,
  ].join('\n');
}

function escaped(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
