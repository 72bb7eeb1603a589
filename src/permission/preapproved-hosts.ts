import { compareVersions } from './client-version.ts';

type Preapproved = {
  readonly host: string;
  /** Only addresses below this path. */
  readonly path?: string;
  /** The first recorded version that asks again. */
  readonly until?: string;
};

/** Hosts that WebFetch reads without a rule (recorded from clients 2.1.197 and 2.1.330; no list is published). */
const PREAPPROVED: readonly Preapproved[] = [
  { host: 'code.claude.com' },
  { host: 'modelcontextprotocol.io' },
  { host: 'docs.python.org' },
  { host: 'developer.mozilla.org' },
  { host: 'nodejs.org' },
  { host: 'react.dev' },
  { host: 'www.typescriptlang.org' },
  { host: 'doc.rust-lang.org' },
  { host: 'pkg.go.dev', until: '2.1.330' },
  { host: 'go.dev', until: '2.1.330' },
  { host: 'kubernetes.io' },
  { host: 'tailwindcss.com' },
  { host: 'vercel.com', path: '/docs' },
  { host: 'huggingface.co', path: '/docs' },
  { host: 'docs.aws.amazon.com' },
  { host: 'learn.microsoft.com' },
  { host: 'redis.io' },
  { host: 'www.postgresql.org' },
];

/** Whether the client fetches an address without asking and without a rule. */
export function isPreapproved(url: URL, version: string): boolean {
  return PREAPPROVED.some(
    ({ host, path, until }) =>
      url.hostname === host &&
      (path === undefined || url.pathname === path || url.pathname.startsWith(`${path}/`)) &&
      (until === undefined || compareVersions(version, until) < 0),
  );
}
