const TESTS = ['cart', 'prices', 'orders', 'refunds', 'taxes', 'stock', 'users', 'login', 'search', 'export'];

const HASHES = ['1f0c2ab', '9be44d1', '77a01fe', 'c0ffee1', 'deadbee', '4b825dc', 'a94a8fe', 'e69de29'];

/** The same text with each of these in the place of `@`. */
function each(template: string, values: readonly string[]): readonly string[] {
  return values.map((value) => template.replaceAll('@', value));
}

/**
 * Permissions as they grow when "don't ask again" is chosen for a year: one-off commands by the dozen, a few broad rules
 * on top of them, rules of other tools' spelling, leftovers of a loop that was split at its semicolons, one token.
 */
export const BLOATED = {
  allow: [
    ...each('Bash(npm test -- test/@.test.js)', TESTS),
    ...each('Bash(npx jest test/@.test.js --coverage)', TESTS),
    ...each('Bash(node --test test/@.test.js)', TESTS),
    ...each('Bash(git show @)', HASHES),
    ...each('Bash(git cherry-pick @)', HASHES),
    ...each('Bash(git checkout -b fix/@)', TESTS),
    ...each('Bash(git commit -m "Fix @")', TESTS),
    ...each('Bash(grep -rn "@" src/)', TESTS),
    ...each('Bash(sed -n 1,40p src/@.js)', TESTS),
    ...each('Bash(cat /tmp/tmp.Ab3@9/out.log)', TESTS),
    ...each('Bash(kill @)', ['4711', '31337', '90210', '8080', '12345']),
    ...each('Bash(for f in src/@.js)', TESTS),
    ...each('Bash(do echo "@")', TESTS),
    ...each('Edit(src/@.js)', TESTS),
    ...each('Edit(/home/dev/shop/src/@.js)', TESTS),
    ...each('Read(/home/dev/other/@.md)', TESTS),
    ...each('WebFetch(domain:@.example.com)', TESTS),
    ...each('WebFetch(https://docs.example.com/@)', TESTS),
    ...each('mcp__tracker__@', ['get_issue', 'list_issues', 'create_issue', 'delete_issue']),
    ...each('mcp__old_server__@', TESTS),
    ...each('Bash(docker compose @)', ['up', 'down', 'logs', 'ps', 'exec', 'build']),
    ...each('Bash(kubectl @ *)', ['get', 'describe', 'logs', 'apply', 'delete']),
    'Bash(done)',
    'Bash(ls *)',
    'Bash(git status)',
    'Bash(git log:*)',
    'Bash(npm test)',
    'Bash(npm run lint)',
    'Bash(npm run *)',
    'Bash(npm *)',
    'Bash(git add *)',
    'Bash(git commit *)',
    'Bash(node *)',
    'Bash(rm -rf dist)',
    'Bash(curl *)',
    `Bash(curl -H "Authorization: Bearer ghp_${'1aB2cD3eF4gH5iJ6kL7m'.repeat(2).slice(0, 36)}" https://api.example.com)`,
    'Write(src/**)',
    'Bash(npm test)',
  ],
  deny: ['Read(./.env)', 'Read(~/.ssh/**)'],
  ask: ['Bash(git push *)'],
} as const;
