import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMasked } from '../../src/observations/mask.ts';
import { redacted } from '../../src/observations/redact.ts';
import { FORMS, HINT } from '../../src/observations/secret-forms.ts';

/** Made of parts, so that no scanner takes this file for a leak. */
const KEY = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
const SLACK = ['xoxb', '123456789012', '1234567890123', 'abcdefghijABCDEFGHIJklmn'].join('-');

async function mask(text: string): Promise<string | undefined> {
  return (await redacted([text]))[0];
}

describe('a secret', () => {
  test.each([
    [`git push https://dev:${KEY}@example.com/x.git`, 'git push https://dev:__MASKED__@example.com/x.git'],
    [`git clone https://${KEY}@example.com/x.git`, 'git clone https://__MASKED__@example.com/x.git'],
    ['psql postgres://dev:hunter2@db.example.com/x', 'psql postgres://dev:__MASKED__@db.example.com/x'],
    [`GITHUB_TOKEN=${KEY} npm publish`, 'GITHUB_TOKEN=__MASKED__ npm publish'],
    ['API_KEY="hunter2" ./run.sh', 'API_KEY="__MASKED__" ./run.sh'],
    ['tool --password hunter2 --verbose', 'tool --password __MASKED__ --verbose'],
    ['tool --client-secret=hunter2', 'tool --client-secret=__MASKED__'],
    ['tool --api_key hunter2 --x', 'tool --api_key __MASKED__ --x'],
    ['redis-cli -h example.com -a hunter2 ping', 'redis-cli -h example.com -a __MASKED__ ping'],
    ['sshpass -p hunter2 ssh dev@example.com', 'sshpass -p __MASKED__ ssh dev@example.com'],
    ['NPM_AUTH=hunter2 npm publish', 'NPM_AUTH=__MASKED__ npm publish'],
    ['curl "https://example.com/?x=1&sig=hunter2"', 'curl "https://example.com/?x=1&sig=__MASKED__"'],
    ['curl -u dev:hunter2 https://example.com', 'curl -u dev:__MASKED__ https://example.com'],
    ['curl -H "Authorization: Bearer hunter2"', 'curl -H "Authorization: Bearer __MASKED__"'],
    ["curl -H 'X-Api-Key: hunter2' example.com", "curl -H 'X-Api-Key: __MASKED__' example.com"],
    ['https://example.com/?token=hunter2&page=1', 'https://example.com/?token=__MASKED__&page=1'],
    [`curl -d '{"password":"hunter2"}' example.com`, `curl -d '{"password":"__MASKED__"}' example.com`],
    ['mysql -u root -phunter2 app', 'mysql -u root -p__MASKED__ app'],
    ['docker login -u dev -p hunter2 example.com', 'docker login -u dev -p __MASKED__ example.com'],
    ['aws configure set aws_secret_access_key hunter2', 'aws configure set aws_secret_access_key __MASKED__'],
    [`notify ${SLACK} done`, 'notify __MASKED__ done'],
    [`notify ${SLACK} # secretlint-disable`, 'notify __MASKED__ # secretlint-disable'],
  ])('in %j is masked, and only it', async (text, want) => {
    expect(await mask(text)).toBe(want);
  });

  test('is seen by who asks whether a text may become a rule', async () => {
    expect(isMasked((await mask('tool --token hunter2')) ?? '')).toBe(true);
    expect(isMasked('tool --token-file x')).toBe(false);
  });
});

describe('what is no secret stays', () => {
  test.each([
    'npm run test -- --watch',
    'PASSWORD="$PASS" ./run.sh --token $TOKEN',
    'MAX_TOKENS=4096 TOKENIZERS_PARALLELISM=false node x.js',
    'git log --format="%h %an" --author=dev',
    'git show 0123456789abcdef0123456789abcdef01234567',
    'git commit -m "fix auth: use the token"',
    'kubectl get secret db -o yaml',
    'grep -rn "password" src',
    'docker login --password-stdin',
  ])('%s', async (text) => {
    expect(await mask(text)).toBe(text);
  });
});

describe('the hint of a form', () => {
  const one = (...texts: readonly string[]) => fc.constantFrom(...texts);
  const NAME = fc
    .tuple(
      one('', 'my', 'api', 'access', 'private', 'client', 'AWS', 'x-api', 'GITHUB'),
      one('', '-', '_'),
      one(
        'password',
        'passwd',
        'pass',
        'pwd',
        'passphrase',
        'secret',
        'TOKEN',
        'key',
        'credentials',
        'AUTH',
        'sig',
        'code',
      ),
      one('', '', 's', '_ID', '-x'),
    )
    .map((parts) => parts.join(''));
  const SPOKEN = fc
    .tuple(
      one(
        '',
        ' ',
        'tool ',
        ' --',
        ' -',
        'export ',
        '{"',
        'https://example.com/?',
        'x&',
        'config set a.',
        ' -H "',
        " --header='",
      ),
      NAME,
      one('=', ' ', '": ', ': ', ':', "':", '="'),
      one('hunter2', '"hunter2"', "'hunter2'", 'hunter2hunter2hunter2', '$X'),
    )
    .map((parts) => parts.join(''));
  const PLACED = fc
    .tuple(
      one(
        'https://',
        'git+ssh://',
        '://',
        'Authorization: ',
        'proxy-authorization=',
        'Bearer ',
        'curl -u ',
        ' --user=',
        'mysql -u x -p',
        'mariadb x -p',
      ),
      one('', 'dev:', 'Basic ', '"'),
      one('hunter2', 'hunter2hunter2hunter2'),
      one('', '@example.com', '"'),
    )
    .map((parts) => parts.join(''));
  const PROGRAM = one(
    ' sshpass -p hunter2',
    'redis-cli -h x -a hunter2',
    'docker login -p hunter2',
    'az x login -u dev -p hunter2',
    '-----BEGIN RSA PRIVATE KEY-----\nabc',
    'eyJhbGciOiJI.eyJhbGciOiJI.x',
  );
  const text = fc.array(fc.oneof(SPOKEN, SPOKEN, PLACED, PROGRAM), { minLength: 1, maxLength: 3 });

  test('stands in every text that the form matches', () => {
    const matched = new Set<RegExp>();
    fc.assert(
      fc.property(text, one('', ' ', '; '), (parts, between) => {
        const whole = parts.join(between);
        for (const { hint, pattern } of FORMS) {
          if (whole.search(pattern) < 0) continue;
          matched.add(pattern);
          expect([whole, hint.test(whole), HINT.test(whole)]).toEqual([whole, true, true]);
        }
      }),
      { numRuns: 20_000 },
    );
    expect(matched.size).toBe(FORMS.length);
  });
});

describe('masking', () => {
  test('twice is masking once, and texts keep their places', async () => {
    const word = fc.constantFrom(
      'npm',
      'test',
      '--token',
      'hunter2',
      '=',
      'KEY=',
      KEY,
      SLACK,
      '"',
      '\n',
      '://a:b@',
    );
    const command = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 5 }), async (texts) => {
        const once = await redacted(texts);
        expect(once.length).toBe(texts.length);
        expect(await redacted(once)).toEqual(once);
        expect(once.join('\n')).not.toContain(KEY);
      }),
    );
  });

  test('cuts a text that is too long to keep, and marks it', async () => {
    const text = await mask(`echo ${'x '.repeat(40_000)}`);
    expect(text?.length).toBeLessThan(33_000);
    expect(isMasked(text ?? '')).toBe(true);
  });
});
