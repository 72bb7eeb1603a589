import { compareVersions } from './client-version.ts';

/**
 * Hosts that WebFetch reads without a rule. No list is published: recorded by asking clients 2.1.197 and 2.1.330 about
 * some 400 hosts of documentation and code.
 */
const WHOLE_HOSTS: ReadonlySet<string> = new Set([
  'agentskills.io',
  'angular.io',
  'asp.net',
  'blazor.net',
  'bun.sh',
  'cloud.google.com',
  'code.claude.com',
  'cypress.io',
  'd3js.org',
  'dev.mysql.com',
  'devcenter.heroku.com',
  'developer.android.com',
  'developer.apple.com',
  'developer.mozilla.org',
  'doc.rust-lang.org',
  'docs.aws.amazon.com',
  'docs.djangoproject.com',
  'docs.flutter.dev',
  'docs.getdbt.com',
  'docs.netlify.com',
  'docs.oracle.com',
  'docs.python.org',
  'docs.spring.io',
  'docs.stripe.com',
  'docs.swift.org',
  'docs.unity.com',
  'docs.unrealengine.com',
  'dotnet.microsoft.com',
  'en.cppreference.com',
  'expressjs.com',
  'fastapi.tiangolo.com',
  'flask.palletsprojects.com',
  'getbootstrap.com',
  'git-scm.com',
  'gradle.org',
  'graphql.org',
  'hibernate.org',
  'httpd.apache.org',
  'jestjs.io',
  'jquery.com',
  'jupyter.org',
  'keras.io',
  'kotlinlang.org',
  'kubernetes.io',
  'laravel.com',
  'learn.microsoft.com',
  'matplotlib.org',
  'maven.apache.org',
  'modelcontextprotocol.io',
  'nextjs.org',
  'nginx.org',
  'nodejs.org',
  'numpy.org',
  'pandas.pydata.org',
  'platform.claude.com',
  'prisma.io',
  'pytorch.org',
  'react.dev',
  'reactnative.dev',
  'reactrouter.com',
  'redis.io',
  'redux.js.org',
  'requests.readthedocs.io',
  'ruby-doc.org',
  'scikit-learn.org',
  'selenium.dev',
  'spark.apache.org',
  'symfony.com',
  'tailwindcss.com',
  'threejs.org',
  'tomcat.apache.org',
  'vuejs.org',
  'webpack.js.org',
  'www.ansible.com',
  'www.docker.com',
  'www.mongodb.com',
  'www.php.net',
  'www.postgresql.org',
  'www.sqlite.org',
  'www.tensorflow.org',
  'www.terraform.io',
  'www.typescriptlang.org',
]);

type Part = {
  readonly host: string;
  /** Only addresses at and below this path; the whole host where absent. */
  readonly path?: string;
  readonly since?: string;
  /** The first recorded version that asks again. */
  readonly until?: string;
};

/** Hosts of which only a part is read, or only by some versions (recorded likewise). */
const PARTS: readonly Part[] = [
  { host: 'claude.com', path: '/docs', since: '2.1.330' },
  { host: 'github.com', path: '/anthropics' },
  { host: 'huggingface.co', path: '/docs' },
  { host: 'vercel.com', path: '/docs' },
  { host: 'www.kaggle.com', path: '/docs' },
  { host: 'go.dev', until: '2.1.330' },
  { host: 'pkg.go.dev', until: '2.1.330' },
];

/** Whether the client fetches an address without asking and without a rule. */
export function isPreapproved(url: URL, version: string): boolean {
  if (WHOLE_HOSTS.has(url.hostname)) return true;
  return PARTS.some(
    ({ host, path, since, until }) =>
      url.hostname === host &&
      (path === undefined || url.pathname === path || url.pathname.startsWith(`${path}/`)) &&
      (since === undefined || compareVersions(version, since) >= 0) &&
      (until === undefined || compareVersions(version, until) < 0),
  );
}
