import type { Meaning } from './description.ts';

/** Values, ready for the shell, that show the worst that a word of a meaning allows. Mild ones come last. */
export function dangerousValues(meaning: Meaning, home: string): readonly string[] {
  switch (meaning) {
    case 'text':
    case 'name-pattern':
      return [];
    case 'read':
    case 'measure':
      return [`${home}/.ssh/id_rsa`, '.env', '/etc/passwd'];
    case 'write-into':
      return [`${home}/.config`, '.git'];
    case 'look':
      return [`${home}/.ssh`, '/etc'];
    case 'mode':
      return ['4755'];
    case 'archive':
      return [`${home}/.bashrc`, 'example.com:x'];
    case 'write':
    case 'change':
      return [`${home}/.bashrc`, 'package.json', '.github/workflows/ci.yml', 'src/index.ts'];
    case 'delete':
      return [home, 'src'];
    case 'directory':
      return [`${home}/other`];
    case 'url':
      return ['https://example.com/x', `file://${home}/.ssh/id_rsa`];
    case 'host':
      return ['example.com'];
    case 'remote':
      return ["'ext::sh -c id'", 'https://example.com/x.git', `${home}/other`];
    case 'copy-from':
      return [`${home}/.ssh/id_rsa`, 'example.com:x', '.env'];
    case 'copy-to':
      return ['example.com:x', `${home}/.bashrc`];
    case 'data':
      return [`@${home}/.ssh/id_rsa`, 'x=1'];
    case 'field':
      return [`x=@${home}/.ssh/id_rsa`, 'x=@.env', 'x=1'];
    case 'revision':
      return ['HEAD:.env', '.env'];
    case 'ref-or-path':
      return ['.', 'src/index.ts'];
    default:
      return programs(meaning, home);
  }
}

/** The same for words that are programs in some language, or name one. */
function programs(meaning: Meaning, home: string): readonly string[] {
  switch (meaning) {
    case 'shell':
    case 'program':
    case 'command':
      return ['/tmp/x'];
    case 'command-to-semicolon':
      return ['/tmp/x {} \\;', 'rm {} +'];
    case 'code':
      return ['1'];
    case 'sed':
      return ["'1e id'", "'w x.txt'"];
    case 'awk':
      return [
        '\'BEGIN{system("id")}\'',
        `'{print > "${home}/.bashrc"}'`,
        '\'BEGIN{while((getline l < "/etc/passwd") > 0) print l}\'',
        '\'{print > "x.txt"}\'',
      ];
    case 'jq':
      return ['env'];
    case 'sql':
      return ["'\\! id'", "'drop table x'"];
    case 'sqlite':
      return ["'.shell id'", "'drop table x'"];
    case 'graphql':
      return ["'query=mutation{x}'"];
    case 'npm-script':
      return ['deploy', 'env', 'build'];
    case 'make-target':
    case 'task':
      return ['deploy', 'build'];
    case 'module':
      return ['x'];
    case 'package':
      return ['left-pad'];
    default:
      return [];
  }
}
